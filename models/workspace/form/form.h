// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/schemavalidation.h"

#include <map>
#include <optional>

namespace meshdraft::workspace {

/// One field of a form: what its table says about it, and how it is written.
struct FormField {
    std::string name; ///< key, or position in a list from 0
    mesh::FieldPath path;
    const mesh::FieldSchema* schema = nullptr; ///< null: an item, a value of a map, or a field that no table has
    const mesh::ValueSchema* value = nullptr; ///< never null
    source::NodeRef node; ///< as written; invalid: absent
    bool isMixed = false; ///< several resources, and not the same in all of them

    /// True when there is a value; null counts as absent.
    bool isSet() const { return node.isValid() && !node.isNull(); }
    /// The value of a scalar; empty for anything else.
    std::string text() const { return std::string(node.resolved().value()); }
    /// What holds where the field is absent; empty: not documented.
    std::string_view defaultValue() const { return schema == nullptr ? std::string_view() : schema->defaultValue; }
};

/// Fields of one object of which at most one may stand.
struct FormChoice {
    const mesh::SchemaRule* rule = nullptr;
    std::vector<std::string> current; ///< the ones that stand; more than one is an error
    bool isRequired() const { return rule->kind == mesh::SchemaRule::Kind::ExactlyOne; }
};

/// A resource as a form along the table of its kind. A view of the document, valid while it lives; what it shows is
/// looked up when it is asked for, so that a large form costs what is open of it.
class Form {
public:
    Form() = default;
    /// `saved`: the same resource as the files hold it (invalid: it is new); decides which parents formedit.h may take
    /// away again. Both must outlive the form.
    Form(const mesh::KindSchema& kind, source::NodeRef root, source::NodeRef saved = {});

    bool isNull() const { return m_kind == nullptr; }
    const mesh::KindSchema& kind() const { return *m_kind; }
    source::NodeRef root() const { return m_root; }
    source::NodeRef saved() const { return m_saved; }

    /// The same form beside another one: paths are those of the other one, and name items of lists by what tells them
    /// apart (itemKey) wherever they stand here.
    Form following(const Form& leader) const;
    bool isFollowing() const { return m_leader.isValid(); }
    /// Where a path of the leader leads here; nothing where it has no such item. Without a leader the path itself.
    std::optional<mesh::FieldPath> own(const mesh::FieldPath& path) const;
    /// The form without its leader.
    Form alone() const;

    /// What stands at a path; the field of a path that leads nowhere in the table has the type Any.
    FormField field(const mesh::FieldPath& path) const;
    /// Fields of an object in the order of its table, then those that no table has; items of a list; values of a map.
    std::vector<FormField> fields(const mesh::FieldPath& path) const;
    /// The object type at a path; null for anything else.
    const mesh::ObjectSchema* objectAt(const mesh::FieldPath& path) const;
    /// Fields of the object at a path that exclude each other. A field is part of one choice at most.
    std::vector<FormChoice> choices(const mesh::FieldPath& path) const;
    /// What is wrong exactly there; a required field that lacks is wrong itself.
    std::vector<const mesh::SchemaViolation*> violations(const mesh::FieldPath& path) const;
    /// What is wrong there and below.
    std::size_t violationsWithin(const mesh::FieldPath& path) const;

private:
    void validate() const;

    const mesh::KindSchema* m_kind = nullptr;
    source::NodeRef m_root;
    source::NodeRef m_saved;
    source::NodeRef m_leader; ///< invalid: none
    mutable bool m_isValidated = false;
    mutable std::vector<mesh::SchemaViolation> m_violations;
    mutable std::multimap<std::string, const mesh::SchemaViolation*> m_violationAt; ///< by path
};

/// What tells an item of a list of objects from the others: the values of the table's key, else its name or the number
/// of its port. Empty where there is nothing of the kind, or another item has the same.
std::string itemKey(const mesh::FieldSchema* list, source::NodeRef item);

/// The table of a resource's kind; null when there is none.
const mesh::KindSchema* schemaOf(const mesh::ResourceKey& key);

/// A value that may be anything, for what no table describes.
const mesh::ValueSchema& anyValue();

} // namespace meshdraft::workspace
