// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
} // namespace re2

namespace meshdraft::mesh {

// The schema tables of resources/schema: what may stand in a resource. docs/schema.md describes the files.

struct ObjectSchema;

enum class ValueType : std::uint8_t { Object, List, Map, String, Integer, Number, Boolean, IntOrString, Any };
std::string_view valueTypeName(ValueType type);

/// What a scalar means beside its type. Only durations, and the ranges of the integers, are checked by validate().
enum class ValueFormat : std::uint8_t {
    None,
    Int32,
    Uint32,
    Int64,
    Duration, ///< "1h30m", "250ms"
    GatewayDuration, ///< as the Gateway API writes it: up to four whole numbers with h, m, s or ms
    Host,
    Address, ///< an IP address, a host name or unix:// and a path
    Cidr,
    IpOrCidr,
    Url,
    Path,
    Regex,
    Byte, ///< Base64
    Quantity,
};
std::string_view valueFormatName(ValueFormat format);

/// A regular expression of a table, found anywhere in a text as JSON Schema has it.
struct SchemaPattern {
    std::string text;
    std::string prefix; ///< only texts that begin with it are looked at
    std::shared_ptr<const re2::RE2> regex;
};

/// What one value may be.
struct ValueSchema {
    ValueType type = ValueType::Any;
    ValueFormat format = ValueFormat::None;
    std::vector<std::string> values; ///< of an enum; empty: any
    bool isOpen = false; ///< `values` are only the usual ones
    std::optional<double> minimum; ///< durations: in seconds
    std::optional<double> maximum;
    std::optional<std::uint32_t> minLength; ///< characters of a string
    std::optional<std::uint32_t> maxLength;
    std::optional<std::uint32_t> minItems; ///< items of a list, entries of a map
    std::optional<std::uint32_t> maxItems;
    std::vector<SchemaPattern> patterns; ///< all of them
    std::vector<std::string> excluded; ///< texts that are not allowed
    std::string without; ///< a text that must not occur within
    std::vector<std::string> schemes; ///< of a URL; an empty one: none is needed
    const ObjectSchema* object = nullptr; ///< Object: its fields
    std::shared_ptr<const ValueSchema> element; ///< List, Map: each item or value
    std::shared_ptr<const ValueSchema> keys; ///< Map: each key; null: any
};

struct FieldDeprecation {
    std::string instead; ///< the field that took its place, as a path beside this one; empty: none did
    std::string since; ///< version, where known
};

struct FieldSchema {
    std::string name;
    ValueSchema value;
    bool isRequired = false;
    bool isExperimental = false; ///< Gateway API: only in the experimental channel
    std::string defaultValue; ///< as written in YAML; empty: none is documented
    std::string unit; ///< "percent", "bytes", "seconds" ...; durations carry theirs
    std::vector<std::string> listKey; ///< List: the fields, as paths in an item, that tell items apart
    std::optional<FieldDeprecation> deprecated;
    std::string explanation; ///< one English sentence; workspace::schemaText translates
};

/// When a rule holds.
struct SchemaCondition {
    std::string field;
    std::vector<std::string> in; ///< the field is one of these,
    std::vector<std::string> notIn; ///< or none of these,
    std::string prefix; ///< or begins with this
    std::string defaultValue; ///< stands for the field when it is absent
    std::vector<std::string> present; ///< or: one of these fields is present
};

/// What the fields of one object must fulfil together. Fields are paths below the object.
struct SchemaRule {
    enum class Kind : std::uint8_t {
        AtMostOne, ///< of `fields` is present
        ExactlyOne,
        AtLeastOne,
        Required, ///< each of `fields` is present, and not empty unless it is an object
        Forbidden, ///< none of `fields` is present
        MaxItems, ///< the list has at most `limit` items
        Without, ///< no item of the list contains `text`
        Unique, ///< no two items of the list have the same `by`
    };
    Kind kind = Kind::AtMostOne;
    std::vector<std::string> fields;
    std::optional<SchemaCondition> when;
    std::uint32_t limit = 0;
    std::string text;
    std::string by;
    std::string explanation; ///< one English sentence
};

/// A message with its fields, in the order in which forms show them. One object serves every place that uses the type.
struct ObjectSchema {
    std::string name; ///< of the type; the kind for its spec
    std::vector<FieldSchema> fields;
    std::vector<SchemaRule> rules;

    const FieldSchema* field(std::string_view fieldName) const;
};

struct KindVersion {
    std::string name;
    bool isStorage = false;
    bool isDeprecated = false;
};

/// Where a path leads: `field` is the last field on the way, `value` what may stand exactly there (for a list item the
/// item, not the list). Both null when the path leads nowhere.
struct SchemaPlace {
    const FieldSchema* field = nullptr;
    const ValueSchema* value = nullptr;
};

struct KindSchema {
    std::string group;
    std::string kind;
    std::string plural;
    std::vector<std::string> shortNames;
    bool isNamespaced = true;
    bool isComplete = true; ///< false: fields that are not in the table may exist
    bool isProtoJson = false; ///< read by Istio itself, not by the API server: numbers may stand in quotes
    std::vector<KindVersion> versions; ///< served ones, the preferred one first
    std::string explanation;
    const ObjectSchema* root = nullptr; ///< with apiVersion, kind, metadata; of MeshConfig the fields themselves
    const ObjectSchema* spec = nullptr; ///< what people set

    bool serves(std::string_view version) const;
    SchemaPlace placeAt(const FieldPath& path) const;
    /// The field a path ends at; for a list item or map value the list or map.
    const FieldSchema* fieldAt(const FieldPath& path) const { return placeAt(path).field; }
};

/// One file of tables.
struct SchemaFile {
    std::string path;
    std::string json;
};

/// All kinds and the types that they share. Immutable; safe to read from any thread.
class Schema {
public:
    Schema() = default;

    /// Reads tables; files without a kind hold shared types. Errors, all with the file's path:
    /// - "schema.syntax" {what Qt says}: not JSON.
    /// - "schema.type" {the name}: a type that no file defines, or one that two files define.
    /// - "schema.value" {where, what}: an unknown word for a type, format or rule, or a pattern RE2 cannot read.
    static Expected<Schema> read(std::span<const SchemaFile> files);
    /// The tables that come with the program, read at the first call (a few milliseconds).
    static const Schema& builtIn();

    std::span<const KindSchema> kinds() const { return m_kinds; }
    /// The kind in one of its served versions; an empty version stands for any. Null when there is none.
    const KindSchema* find(std::string_view group, std::string_view version, std::string_view kind) const;
    /// Every object type once: shared ones, those of the kinds, and the spec of each kind.
    std::vector<const ObjectSchema*> objects() const;

private:
    friend class SchemaReader;

    std::vector<KindSchema> m_kinds; ///< sorted by group and kind
    std::vector<std::unique_ptr<const ObjectSchema>> m_objects;
};

/// The field of an object that was probably meant by a name that is none of them; empty when nothing is near.
std::string_view nearestField(const ObjectSchema& object, std::string_view name);

/// Seconds of "1h30m", "250ms", "0s"; nothing when the text is no duration.
std::optional<double> secondsOf(std::string_view duration);

} // namespace meshdraft::mesh
