// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/schema.h"

namespace meshdraft::mesh {

/// Where a document differs from its table: the node it stands at, what it is, and arguments for the sentence.
struct SchemaViolation {
    source::NodeId node = source::noNode;
    std::string_view code; ///< one of the codes at validate(), a literal
    std::vector<std::string> args;
};

/// Compares a resource with the table of its kind: what the API server checks (the structure and the rules between
/// fields), and the narrower ranges that Istio documents. Null counts as absent. The version is not looked at; fields
/// unknown to a table that is not complete are no violation. In the order of the nodes; cost: one walk.
///
/// Codes with their arguments; the first is always the field's name:
/// - "schema.unknownField" {field}: at the key.
/// - "schema.misspelledField" {field, the field that was probably meant}: the same with a near name.
/// - "schema.missingField" {field}: at the object that lacks it.
/// - "schema.wrongType" {field, expected, found}: type names of valueTypeName(), "null" for an empty list item.
/// - "schema.notInEnum" {field, value, the allowed values joined by ", "}
/// - "schema.tooSmall", "schema.tooLarge" {field, value, bound}: numbers and durations.
/// - "schema.tooShort", "schema.tooLong" {field, characters, bound}: texts and keys of maps.
/// - "schema.tooFew", "schema.tooMany" {field, items or entries, bound}
/// - "schema.pattern" {field, value, regular expression}
/// - "schema.format" {field, value, format}: not a duration.
/// - "schema.excluded" {field, value, what must not be or stand in it}
/// - "schema.scheme" {field, value, allowed schemes joined by ", "}: a URL.
/// - "schema.choice" {the fields present or to choose from, joined by ", "; the rule's sentence}: too many of fields
///   that exclude each other (at the second key), or none where one is needed (at the object).
/// - "schema.rule" {field, the rule's sentence}: at what has to go or, where something lacks, at the object.
std::vector<SchemaViolation> validate(const KindSchema& kind, source::NodeRef root);

} // namespace meshdraft::mesh
