// SPDX-License-Identifier: Apache-2.0
#include "tests/checks/validation/schemadocuments.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace meshdraft::test {

using mesh::FieldSchema;
using mesh::KindSchema;
using mesh::ObjectSchema;
using mesh::SchemaRule;
using mesh::ValueFormat;
using mesh::ValueSchema;
using mesh::ValueType;

namespace {

QJsonValue fromText(const char* json)
{
    return QJsonDocument::fromJson(QByteArray("[") + json + "]").array().first();
}

/// What an object has to hold to be valid, where its required fields alone do not make it so.
const std::map<std::string, const char*, std::less<>>& seeds()
{
    static const std::map<std::string, const char*, std::less<>> all{
#include "tests/checks/validation/schemaseeds.inc"
    };
    return all;
}

/// Valid values of fields, by "Type.field".
const std::map<std::string, const char*, std::less<>>& values()
{
    static const std::map<std::string, const char*, std::less<>> all{
#include "tests/checks/validation/schemavalues.inc"
    };
    return all;
}

/// What has to stand beside a field, by "Type.field"; null takes away what the seed has.
const std::map<std::string, const char*, std::less<>>& neighbours()
{
    static const std::map<std::string, const char*, std::less<>> all{
#include "tests/checks/validation/schemaneighbours.inc"
    };
    return all;
}

QString durationText(const ValueSchema& value)
{
    return value.maximum && *value.maximum < 5 ? QStringLiteral("100ms") : QStringLiteral("5s");
}

QString validText(const ValueSchema& value)
{
    for (const std::string& each : value.values) {
        if (!each.empty() && each != "INVALID")
            return QString::fromStdString(each);
    }
    if (value.maxLength == 0U)
        return {};
    switch (value.format) {
    case ValueFormat::Duration:
    case ValueFormat::GatewayDuration:
        return durationText(value);
    case ValueFormat::Host:
        return QStringLiteral("a.example.com");
    case ValueFormat::Address:
    case ValueFormat::IpOrCidr:
        return QStringLiteral("10.0.0.1");
    case ValueFormat::Cidr:
        return QStringLiteral("10.0.0.0/8");
    case ValueFormat::Url:
        return QStringLiteral("https://a.example.com/x");
    case ValueFormat::Path:
        return QStringLiteral("/a");
    case ValueFormat::Quantity:
        return QStringLiteral("100m");
    default:
        return value.minimum ? QString::number(*value.minimum) : QStringLiteral("a");
    }
}

/// Makes the values of one kind.
class Maker {
public:
    explicit Maker(const KindSchema& kind)
        : m_kind(kind)
    {
    }

    QJsonValue validValue(const ValueSchema& value) const
    {
        switch (value.type) {
        case ValueType::Object:
            return build(*value.object);
        case ValueType::List: {
            QJsonArray list;
            for (std::uint32_t i = 0; i < std::max(1U, value.minItems.value_or(1)); ++i)
                list.append(validValue(*value.element));
            return list;
        }
        case ValueType::Map:
            return QJsonObject{{value.keys ? validText(*value.keys) : QStringLiteral("a"), validValue(*value.element)}};
        case ValueType::String:
            return validText(value);
        case ValueType::Integer:
        case ValueType::IntOrString:
            return std::max(1.0, std::ceil(value.minimum.value_or(1)));
        case ValueType::Number:
            return value.minimum.value_or(0) + 1;
        case ValueType::Boolean:
            return true;
        case ValueType::Any:
            return QJsonObject();
        }
        return {};
    }

    /// The spec of a kind goes by the name of the kind.
    std::string nameOf(const ObjectSchema& object) const
    {
        if (&object != m_kind.spec)
            return object.name;
        return m_kind.group.ends_with(".istio.io") ? m_kind.kind : "Gateway API " + m_kind.kind;
    }

    std::string nameOf(const ObjectSchema& object, const FieldSchema& field) const
    {
        return nameOf(object) + '.' + field.name;
    }

    QJsonValue validField(const ObjectSchema& object, const FieldSchema& field) const
    {
        const auto known = values().find(nameOf(object, field));
        return known != values().end() ? fromText(known->second) : validValue(field.value);
    }

    /// The smallest valid object.
    QJsonObject build(const ObjectSchema& object) const
    {
        QJsonObject result;
        if (const auto seed = seeds().find(nameOf(object)); seed != seeds().end())
            return fromText(seed->second).toObject();
        for (const FieldSchema& field : object.fields) {
            if (field.isRequired)
                result[QString::fromStdString(field.name)] = validField(object, field);
        }
        for (const SchemaRule& rule : object.rules) {
            const bool needsOne =
                rule.kind == SchemaRule::Kind::ExactlyOne || rule.kind == SchemaRule::Kind::AtLeastOne;
            const auto isThere = [&](const std::string& name) { return result.contains(QString::fromStdString(name)); };
            if (needsOne && !rule.when && std::ranges::none_of(rule.fields, isThere)) {
                const FieldSchema& first = *object.field(rule.fields.front());
                result[QString::fromStdString(first.name)] = validField(object, first);
            }
        }
        return result;
    }

    /// The smallest valid object with a field in it.
    QJsonObject buildWith(const ObjectSchema& object, const FieldSchema& field, const QJsonValue& value) const
    {
        QJsonObject result = build(object);
        for (const SchemaRule& rule : object.rules) {
            const bool isChoice = rule.kind == SchemaRule::Kind::ExactlyOne || rule.kind == SchemaRule::Kind::AtMostOne;
            if (!isChoice || rule.when || !std::ranges::contains(rule.fields, field.name))
                continue;
            for (const std::string& other : rule.fields)
                result.remove(QString::fromStdString(other));
        }
        if (const auto known = neighbours().find(nameOf(object, field)); known != neighbours().end()) {
            const QJsonObject beside = fromText(known->second).toObject();
            for (auto each = beside.begin(); each != beside.end(); ++each) {
                if (each->isNull()) {
                    result.remove(each.key());
                } else {
                    result[each.key()] = *each;
                }
            }
        }
        result[QString::fromStdString(field.name)] = value;
        return result;
    }

private:
    const KindSchema& m_kind;
};

using Wrap = std::function<QJsonObject(const QJsonObject&)>;

class Walk {
public:
    explicit Walk(const KindSchema& kind)
        : m_kind(kind)
        , m_maker(kind)
    {
    }

    std::vector<DocumentField> take()
    {
        const Wrap wrap = [this](const QJsonObject& spec) {
            return QJsonObject{
                {QStringLiteral("apiVersion"),
                 QString::fromStdString(m_kind.group + '/' + m_kind.versions.front().name)},
                {QStringLiteral("kind"), QString::fromStdString(m_kind.kind)},
                {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), QStringLiteral("a")}}},
                {QStringLiteral("spec"), spec},
            };
        };
        object(*m_kind.spec, mesh::FieldPath().child("spec"), wrap);
        return std::move(m_fields);
    }

private:
    void object(const ObjectSchema& object, const mesh::FieldPath& path, const Wrap& wrap)
    {
        if (std::ranges::contains(m_around, &object))
            return;
        m_around.push_back(&object);
        for (const FieldSchema& field : object.fields)
            this->field(object, field, path.child(field.name), wrap);
        m_around.pop_back();
    }

    void field(const ObjectSchema& object, const FieldSchema& field, const mesh::FieldPath& path, const Wrap& wrap)
    {
        const QJsonValue value = m_maker.validField(object, field);
        const QJsonObject document = wrap(m_maker.buildWith(object, field, value));
        add(object, field, field.value, path, document);
        const ValueSchema* inner = &field.value;
        mesh::FieldPath innerPath = path;
        Wrap innerWrap = [this, &object, &field, &wrap](const QJsonObject& content) {
            return wrap(m_maker.buildWith(object, field, content));
        };
        if (inner->type == ValueType::List) {
            inner = inner->element.get();
            innerPath = path.child(0);
            innerWrap = [this, &object, &field, &wrap, value](const QJsonObject& content) {
                QJsonArray list = value.toArray();
                list[0] = content;
                return wrap(m_maker.buildWith(object, field, list));
            };
        } else if (inner->type == ValueType::Map) {
            const QString key = value.toObject().keys().first();
            inner = inner->element.get();
            innerPath = path.child(key.toStdString());
            innerWrap = [this, &object, &field, &wrap, key](const QJsonObject& content) {
                return wrap(m_maker.buildWith(object, field, QJsonObject{{key, content}}));
            };
        }
        if (inner != &field.value && inner->type != ValueType::Object)
            add(object, field, *inner, innerPath, document);
        if (inner->object != nullptr)
            this->object(*inner->object, innerPath, innerWrap);
    }

    void add(const ObjectSchema& object, const FieldSchema& field, const ValueSchema& value,
             const mesh::FieldPath& path, const QJsonObject& document)
    {
        m_fields.push_back({&m_kind, QString::fromStdString(m_maker.nameOf(object, field)), &field, &value,
                            QString::fromStdString(path.text()), document});
    }

    const KindSchema& m_kind;
    Maker m_maker;
    std::vector<const ObjectSchema*> m_around; ///< types may hold themselves
    std::vector<DocumentField> m_fields;
};

QJsonValue changed(const QJsonValue& at, std::span<const mesh::FieldPath::Step> steps, const QJsonValue& value)
{
    if (steps.empty())
        return value;
    const mesh::FieldPath::Step& step = steps.front();
    if (step.isIndex) {
        QJsonArray list = at.toArray();
        const auto index = static_cast<qsizetype>(step.index);
        list[index] = changed(list.at(index), steps.subspan(1), value);
        return list;
    }
    QJsonObject object = at.toObject();
    const QString key = QString::fromStdString(step.key);
    const QJsonValue inner = changed(object.value(key), steps.subspan(1), value);
    if (inner.isUndefined()) {
        object.remove(key);
    } else {
        object[key] = inner;
    }
    return object;
}

} // namespace

std::vector<DocumentField> documentFields(const KindSchema& kind)
{
    return Walk(kind).take();
}

QJsonObject withValue(const QJsonObject& document, const QString& path, const QJsonValue& value)
{
    const auto steps = mesh::FieldPath(path.toStdString()).steps();
    return changed(document, *steps, value).toObject();
}

QByteArray textOf(const QJsonObject& document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace meshdraft::test
