// SPDX-License-Identifier: Apache-2.0
// Documents made of the schema tables: for each field of each kind one that holds it and is valid.
#pragma once

#include "models/mesh/schema.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace meshdraft::test {

/// A place in a document: the field, with the way to it from the root.
struct DocumentField {
    const mesh::KindSchema* kind = nullptr;
    QString name; ///< "Type.field"
    const mesh::FieldSchema* field = nullptr;
    const mesh::ValueSchema* value = nullptr; ///< of the field, or of the items of its list or map
    QString path; ///< as mesh::FieldPath writes it
    QJsonObject document;
};

/// Every field of the spec of a kind, each in a valid document.
std::vector<DocumentField> documentFields(const mesh::KindSchema& kind);

/// The document with another value at a path; an undefined one removes what is there.
QJsonObject withValue(const QJsonObject& document, const QString& path, const QJsonValue& value);

/// JSON, which is YAML.
QByteArray textOf(const QJsonObject& document);

} // namespace meshdraft::test
