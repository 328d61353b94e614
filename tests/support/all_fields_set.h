// all_fields_set.h: for messages that are only written, which a round trip cannot test.
#ifndef JOBCARVE_TESTS_SUPPORT_ALL_FIELDS_SET_H_
#define JOBCARVE_TESTS_SUPPORT_ALL_FIELDS_SET_H_

#include <vector>

#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "gtest/gtest.h"

namespace jobcarve::test {

// Expects every field of the message, and of all messages in it, to be set.
inline void ExpectAllFieldsSet(const google::protobuf::Message& message) {
  std::vector<const google::protobuf::FieldDescriptor*> set;
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  reflection.ListFields(message, &set);
  EXPECT_EQ(static_cast<int>(set.size()), message.GetDescriptor()->field_count()) << message.ShortDebugString();
  for (const google::protobuf::FieldDescriptor* field : set) {
    if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) {
      continue;
    }
    const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < count; ++i) {
      ExpectAllFieldsSet(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                              : reflection.GetMessage(message, field));
    }
  }
}

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ALL_FIELDS_SET_H_
