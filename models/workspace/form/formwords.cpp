// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/formwords.h"

#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

using mesh::ValueType;

namespace {

QString text(const char* words)
{
    return QCoreApplication::translate("form", words);
}

constexpr std::array<std::pair<std::string_view, const char*>, 9> titles{{
    {"general", QT_TRANSLATE_NOOP("form", "General")},
    {"scope", QT_TRANSLATE_NOOP("form", "Hosts and gateways")},
    {"match", QT_TRANSLATE_NOOP("form", "Match")},
    {"timing", QT_TRANSLATE_NOOP("form", "Timeout and retries")},
    {"features", QT_TRANSLATE_NOOP("form", "Fault, headers, CORS")},
    {"destinations", QT_TRANSLATE_NOOP("form", "Destinations")},
    {"rewrite", QT_TRANSLATE_NOOP("form", "Rewrite")},
    {"metadata", QT_TRANSLATE_NOOP("form", "Labels and annotations")},
    {"other", QT_TRANSLATE_NOOP("form", "Name and other fields")},
}};

/// Words that are written in capitals.
constexpr std::array<QLatin1StringView, 17> acronyms{"api"_L1,   "ca"_L1,  "cors"_L1, "dns"_L1, "grpc"_L1, "http"_L1,
                                                     "https"_L1, "id"_L1,  "ip"_L1,   "jwt"_L1, "lb"_L1,   "mtls"_L1,
                                                     "tcp"_L1,   "tls"_L1, "udp"_L1,  "uri"_L1, "url"_L1};

QString scalarWords(const FormField& field)
{
    const std::string value = field.text();
    if (value.empty())
        return u"\"\""_s;
    return printable(value);
}

/// The first fields of an object: scalars with their value, other fields by name. `without`: left out.
QString objectWords(const source::NodeRef& node, std::span<const std::string> without = {})
{
    QStringList parts;
    for (const auto& [key, value] : node.entries()) {
        if (std::ranges::contains(without, key.value()))
            continue;
        if (parts.size() == 3) {
            parts << u"…"_s;
            break;
        }
        const QString name = printable(std::string(key.value()));
        const source::NodeRef inner = value.resolved();
        QStringList words{name};
        const auto entries = inner.entries();
        const auto isPlain = [](const source::NodeRef::Entry& entry) { return entry.value.resolved().isScalar(); };
        if (inner.isScalar()) {
            words << printable(std::string(inner.value()));
        } else if (entries.size() <= 2 && std::ranges::all_of(entries, isPlain)) {
            for (const auto& entry : entries)
                words << printable(std::string(entry.value.resolved().value()));
        }
        parts << words.join(u' ');
    }
    return parts.join(u" · "_s);
}

QString listWords(const FormField& field)
{
    const auto items = field.node.resolved().items();
    const bool isShort = items.size() <= 2
        && std::ranges::all_of(items, [](const source::NodeRef& item) { return item.resolved().isScalar(); });
    if (!isShort || items.empty())
        return items.empty() ? QCoreApplication::translate("form", "none") : QString::number(items.size());
    QStringList parts;
    for (const auto& item : items)
        parts << printable(std::string(item.resolved().value()));
    return parts.join(u", "_s);
}

QString numberWords(double number)
{
    return QString::number(number, 'g', 15);
}

} // namespace

QString fieldTitle(const std::string& name)
{
    QStringList words;
    QString word;
    const QString all = printable(name);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool isNext =
            all[i].isUpper() && i > 0 && (!all[i - 1].isUpper() || (i + 1 < all.size() && all[i + 1].isLower()));
        if ((isNext || all[i] == u'_') && !word.isEmpty())
            words << std::exchange(word, QString());
        if (all[i] != u'_')
            word += all[i];
    }
    words << word;
    for (QString& each : words) {
        if (std::ranges::contains(acronyms, each.toLower())) {
            each = each.toUpper();
        } else if (each != each.toUpper() || each.size() == 1) {
            each = each.toLower();
        }
    }
    QString title = words.join(u' ');
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

QString sectionTitle(const FormSection& section)
{
    const auto* const found = std::ranges::find(titles, section.id, [](const auto& each) { return each.first; });
    if (found != titles.end())
        return text(found->second);
    QStringList names;
    for (const std::string& field : section.fields)
        names << fieldTitle(field);
    return names.size() > 1 && section.fields.front() == section.id && names.size() <= 3
        ? names.join(QCoreApplication::translate("form", " or "))
        : fieldTitle(section.id);
}

QString fieldSummary(const FormField& field)
{
    if (field.isMixed)
        return QCoreApplication::translate("form", "differs");
    if (!field.isSet())
        return QCoreApplication::translate("form", "none");
    const source::NodeRef node = field.node.resolved();
    if (node.isScalar())
        return scalarWords(field);
    if (node.isSequence())
        return listWords(field);
    const QString words = objectWords(node);
    return words.isEmpty() ? QCoreApplication::translate("form", "set") : words;
}

QString itemSummary(const mesh::FieldSchema* list, const FormField& item)
{
    const source::NodeRef node = item.node.resolved();
    if (!node.isMapping() || item.isMixed)
        return fieldSummary(item);
    std::vector<std::string> title = list == nullptr ? std::vector<std::string>() : list->listKey;
    if (title.empty())
        title.emplace_back("name");
    // of an object that is one map of labels, the labels say more than their name
    QStringList parts;
    for (const auto& [key, value] : node.entries()) {
        const bool isLabels = key.value() == "labels" && value.resolved().isMapping();
        if (isLabels) {
            title.emplace_back("labels");
            parts << objectWords(value.resolved());
        }
    }
    const QString rest = objectWords(node, title);
    if (!rest.isEmpty())
        parts << rest;
    return parts.join(u" · "_s);
}

QString sectionSummary(const FormSet& forms, const FormSection& section)
{
    QStringList parts;
    for (const std::string& name : section.fields) {
        const FormField field = forms.field(section.object.child(name));
        if (!field.isSet() && !field.isMixed)
            continue;
        if (section.fields.size() == 1)
            return fieldSummary(field);
        const source::NodeRef node = field.node.resolved();
        if (field.isMixed) {
            parts << severalValues();
        } else if (node.isScalar()) {
            parts << (field.value->type == ValueType::Boolean ? fieldTitle(name).toLower() + u' ' + scalarWords(field)
                                                              : scalarWords(field));
        } else if (node.isSequence()) {
            parts << (node.size() <= 2 ? fieldSummary(field) : fieldTitle(name).toLower() + u' ' + fieldSummary(field));
        } else {
            parts << fieldTitle(name).toLower();
        }
    }
    return parts.isEmpty() ? QCoreApplication::translate("form", "none") : parts.join(u" · "_s);
}

QString itemTitle(const mesh::FieldSchema* list, const FormField& item)
{
    QStringList parts;
    for (const std::string& key : list == nullptr ? std::vector<std::string>{} : list->listKey) {
        const source::NodeRef value = mesh::FieldPath(key).resolve(item.node);
        if (value.resolved().isScalar() && !value.isNull())
            parts << printable(std::string(value.resolved().value()));
    }
    if (parts.isEmpty()) {
        const source::NodeRef name = item.node.resolved()["name"];
        if (name.isScalar() && !name.value().empty())
            parts << printable(std::string(name.value()));
    }
    return parts.isEmpty() ? QString::number(item.name.empty() ? 0 : std::stoul(item.name) + 1) : parts.join(u' ');
}

QString fieldHelp(const FormField& field)
{
    QStringList lines;
    if (field.schema != nullptr) {
        lines << schemaText(field.schema->explanation);
        if (const QString deprecated = deprecationText(*field.schema); !deprecated.isEmpty())
            lines << deprecated;
        if (!field.schema->defaultValue.empty())
            lines << QCoreApplication::translate("form", "Default: %1.").arg(printable(field.schema->defaultValue));
        if (!field.schema->unit.empty())
            lines << QCoreApplication::translate("form", "In %1.").arg(QString::fromStdString(field.schema->unit));
        if (field.schema->isExperimental)
            lines << QCoreApplication::translate("form", "Only in the experimental channel.");
    }
    const mesh::ValueSchema& value = *field.value;
    const bool isDuration =
        value.format == mesh::ValueFormat::Duration || value.format == mesh::ValueFormat::GatewayDuration;
    const QString unit = isDuration ? u" s"_s : QString();
    if (value.minimum && value.maximum) {
        lines << QCoreApplication::translate("form", "From %1 to %2.")
                     .arg(numberWords(*value.minimum) + unit, numberWords(*value.maximum) + unit);
    } else if (value.minimum) {
        lines << QCoreApplication::translate("form", "At least %1.").arg(numberWords(*value.minimum) + unit);
    } else if (value.maximum) {
        lines << QCoreApplication::translate("form", "At most %1.").arg(numberWords(*value.maximum) + unit);
    }
    if (isDuration)
        lines << QCoreApplication::translate("form", "A number with a unit, such as 250ms, 10s or 1m.");
    if (field.schema == nullptr && field.value == &anyValue())
        lines << QCoreApplication::translate("form", "The tables do not know this field.");
    return lines.join(u'\n');
}

QString severalValues()
{
    return QCoreApplication::translate("form", "(several values)");
}

QString setStep(const FormField& field)
{
    return QCoreApplication::translate("form", "Set %1").arg(printable(field.name));
}

QString clearStep(const FormField& field)
{
    return QCoreApplication::translate("form", "Remove %1").arg(printable(field.name));
}

QString addStep(const FormField& field)
{
    return QCoreApplication::translate("form", "Add to %1").arg(printable(field.name));
}

QString moveStep(const FormField& field)
{
    return QCoreApplication::translate("form", "Move in %1").arg(printable(field.name));
}

QString chooseStep(const std::string& name)
{
    return name.empty() ? QCoreApplication::translate("form", "Choose none")
                        : QCoreApplication::translate("form", "Choose %1").arg(printable(name));
}

} // namespace meshdraft::workspace
