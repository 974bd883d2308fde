// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schemareader.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace meshdraft::mesh {

namespace {

constexpr QStringView specName = u"spec";

Location at(const SchemaFile& file)
{
    return {.path = file.path, .line = 0, .column = 0};
}

FieldSchema headerField(std::string name, ValueType type, bool isRequired)
{
    FieldSchema field;
    field.name = std::move(name);
    field.value.type = type;
    field.isRequired = isRequired;
    return field;
}

} // namespace

/// Builds a Schema out of files. Object types are built when something names them first, so that their order in the
/// files does not matter and a type may hold itself.
class SchemaReader {
public:
    Expected<Schema> read(std::span<const SchemaFile> files);

private:
    struct Source {
        const SchemaFile* file = nullptr;
        QJsonObject json;
    };
    /// Where an object type stands: the types of a kind come before the shared ones.
    using TypeKey = std::pair<const SchemaFile*, QString>;

    std::optional<Error> collect(std::span<const SchemaFile> files);
    const ObjectSchema* objectOf(const SchemaFile* file, const QString& name);
    const ObjectSchema* build(const SchemaFile* file, const QString& name, const QJsonObject& json);
    void addFields(ObjectSchema& object, SchemaJson& reader, const SchemaFile* file, const QJsonArray& fields);
    void addKind(const Source& source);
    const ObjectSchema* envelope(const KindSchema& kind, bool isSpecRequired);
    void fail(const SchemaFile* file, const SchemaFault& fault);

    Schema m_schema;
    std::vector<Source> m_kindFiles;
    std::map<TypeKey, QJsonObject> m_types; ///< shared ones: without a file
    std::map<QString, const SchemaFile*> m_sharedIn;
    std::map<TypeKey, const ObjectSchema*> m_built;
    std::optional<Error> m_error;
};

void SchemaReader::fail(const SchemaFile* file, const SchemaFault& fault)
{
    if (!m_error)
        m_error = Error{.code = fault.code, .args = fault.args, .where = at(*file)};
}

std::optional<Error> SchemaReader::collect(std::span<const SchemaFile> files)
{
    for (const SchemaFile& file : files) {
        QJsonParseError parsed;
        const QByteArray bytes = QByteArray::fromRawData(file.json.data(), static_cast<qsizetype>(file.json.size()));
        const QJsonObject json = QJsonDocument::fromJson(bytes, &parsed).object();
        if (parsed.error != QJsonParseError::NoError)
            return Error{.code = "schema.syntax", .args = {parsed.errorString().toStdString()}, .where = at(file)};
        const bool isShared = !json.contains(u"kind");
        const QJsonObject types = json[u"types"].toObject();
        for (auto type = types.begin(); type != types.end(); ++type) {
            if (!m_types.emplace(TypeKey{isShared ? nullptr : &file, type.key()}, type->toObject()).second)
                return Error{.code = "schema.type", .args = {type.key().toStdString()}, .where = at(file)};
            if (isShared)
                m_sharedIn.emplace(type.key(), &file);
        }
        if (!isShared)
            m_kindFiles.push_back({&file, json});
    }
    return std::nullopt;
}

const ObjectSchema* SchemaReader::objectOf(const SchemaFile* file, const QString& name)
{
    for (const TypeKey& key : {TypeKey{file, name}, TypeKey{nullptr, name}}) {
        if (const auto built = m_built.find(key); built != m_built.end())
            return built->second;
        const auto json = m_types.find(key);
        if (json != m_types.end())
            return build(key.first, name, json->second);
    }
    return nullptr;
}

const ObjectSchema* SchemaReader::build(const SchemaFile* file, const QString& name, const QJsonObject& json)
{
    auto owned = std::make_unique<ObjectSchema>();
    ObjectSchema& object = *owned;
    m_schema.m_objects.push_back(std::move(owned));
    m_built.emplace(TypeKey{file, name}, &object);
    object.name = name.toStdString();
    SchemaJson reader([&](const QString& type) { return objectOf(file, type); });
    addFields(object, reader, file, json[u"fields"].toArray());
    for (const QJsonValue rule : json[u"rules"].toArray())
        object.rules.push_back(reader.rule(rule.toObject()));
    if (reader.fault())
        fail(file != nullptr ? file : m_sharedIn.at(name), *reader.fault());
    return &object;
}

void SchemaReader::addFields(ObjectSchema& object, SchemaJson& reader, const SchemaFile* file, const QJsonArray& fields)
{
    for (const QJsonValue each : fields) {
        const QJsonObject json = each.toObject();
        if (!json.contains(u"include")) {
            object.fields.push_back(reader.field(json));
            continue;
        }
        const QString name = json[u"include"].toString();
        if (const ObjectSchema* included = objectOf(file, name)) {
            object.fields.insert(object.fields.end(), included->fields.begin(), included->fields.end());
            object.rules.insert(object.rules.end(), included->rules.begin(), included->rules.end());
        } else {
            reader.fail("schema.type", {name.toStdString()});
        }
    }
}

/// What every Kubernetes object has around its spec.
const ObjectSchema* SchemaReader::envelope(const KindSchema& kind, bool isSpecRequired)
{
    auto owned = std::make_unique<ObjectSchema>();
    owned->name = kind.kind;
    for (const char* name : {"apiVersion", "kind"})
        owned->fields.push_back(headerField(name, ValueType::String, true));
    owned->fields.push_back(headerField("metadata", ValueType::Any, true));
    FieldSchema spec = headerField("spec", ValueType::Object, isSpecRequired);
    spec.value.object = kind.spec;
    spec.explanation = kind.explanation;
    owned->fields.push_back(std::move(spec));
    owned->fields.push_back(headerField("status", ValueType::Any, false));
    m_schema.m_objects.push_back(std::move(owned));
    return m_schema.m_objects.back().get();
}

void SchemaReader::addKind(const Source& source)
{
    const QJsonObject& json = source.json;
    KindSchema kind;
    kind.group = json[u"group"].toString().toStdString();
    kind.kind = json[u"kind"].toString().toStdString();
    kind.plural = json[u"plural"].toString().toStdString();
    kind.shortNames = schemaStrings(json[u"shortNames"]);
    kind.isNamespaced = json[u"scope"].toString() == u"Namespaced";
    kind.isComplete = json[u"complete"].toBool(true);
    kind.isProtoJson = json[u"decoding"].toString() == u"proto";
    kind.explanation = json[u"explanation"].toString().toStdString();
    for (const QJsonValue each : json[u"versions"].toArray()) {
        const QJsonObject version = each.toObject();
        kind.versions.push_back({.name = version[u"name"].toString().toStdString(),
                                 .isStorage = version[u"storage"].toBool(),
                                 .isDeprecated = version[u"deprecated"].toBool()});
    }
    const QJsonObject spec = json[specName].toObject();
    const QString type = spec[u"type"].toString();
    kind.spec = type.isEmpty() ? build(source.file, specName.toString(), spec) : objectOf(source.file, type);
    if (kind.spec == nullptr)
        fail(source.file, {.code = "schema.type", .args = {type.toStdString()}});
    kind.root = json[u"envelope"].toBool(true) ? envelope(kind, spec[u"required"].toBool()) : kind.spec;
    m_schema.m_kinds.push_back(std::move(kind));
}

Expected<Schema> SchemaReader::read(std::span<const SchemaFile> files)
{
    if (auto error = collect(files))
        return std::unexpected(std::move(*error));
    for (const Source& source : m_kindFiles)
        addKind(source);
    for (const auto& [name, file] : m_sharedIn)
        objectOf(nullptr, name); // what no kind uses is read, too: a fault in it must not hide
    if (m_error)
        return std::unexpected(std::move(*m_error));
    std::ranges::sort(m_schema.m_kinds, {}, [](const KindSchema& kind) { return std::pair(kind.group, kind.kind); });
    return std::move(m_schema);
}

Expected<Schema> Schema::read(std::span<const SchemaFile> files)
{
    return SchemaReader().read(files);
}

const Schema& Schema::builtIn()
{
    static const Schema schema = [] {
        std::vector<SchemaFile> files;
        QDirIterator found(QStringLiteral(":/schema"), {QStringLiteral("*.json")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("A built-in schema table cannot be read: %s", qPrintable(file.fileName()));
            files.push_back({file.fileName().toStdString(), file.readAll().toStdString()});
        }
        auto read = Schema::read(files);
        if (!read || read->kinds().empty()) {
            const Error error = read ? Error{.code = "schema.missing", .args = {}, .where = {}} : read.error();
            qFatal("The built-in schema tables are broken: %s: %s %s", error.where.path.c_str(), error.code.c_str(),
                   error.args.empty() ? "" : error.args.front().c_str());
        }
        return std::move(*read);
    }();
    return schema;
}

} // namespace meshdraft::mesh
