// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/schemawords.h"

#include "models/workspace/words.h"
#include "models/workspace/wordtable.h"

#include <QCoreApplication>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // Reading the tables: mesh/schema.h. Only seen while working on them.
    {"schema.missing", QT_TRANSLATE_NOOP("meshdraft", "The schema tables are missing from the program.")},
    {"schema.syntax", QT_TRANSLATE_NOOP("meshdraft", "The schema table is not valid JSON: %1.")},
    {"schema.type", QT_TRANSLATE_NOOP("meshdraft", "The schema table names the type %1, which is not there once.")},
    {"schema.value", QT_TRANSLATE_NOOP("meshdraft", "The schema table has an unknown %1: %2.")},
    // What differs from a table: mesh/schemavalidation.h.
    {"schema.unknownField", QT_TRANSLATE_NOOP("meshdraft", "There is no field %1 here. Remove it or move it.")},
    {"schema.misspelledField", QT_TRANSLATE_NOOP("meshdraft", "There is no field %1 here. Did you mean %2?")},
    {"schema.missingField", QT_TRANSLATE_NOOP("meshdraft", "The field %1 is required here. Add it.")},
    {"schema.wrongType", QT_TRANSLATE_NOOP("meshdraft", "%1 has the type %3, but has to be %2.")},
    {"schema.notInEnum", QT_TRANSLATE_NOOP("meshdraft", "%1 cannot be %2. Choose one of: %3.")},
    {"schema.tooSmall", QT_TRANSLATE_NOOP("meshdraft", "%1 is %2, but has to be at least %3.")},
    {"schema.tooLarge", QT_TRANSLATE_NOOP("meshdraft", "%1 is %2, but may be at most %3.")},
    {"schema.tooShort", QT_TRANSLATE_NOOP("meshdraft", "%1 has %2 characters, but needs at least %3.")},
    {"schema.tooLong", QT_TRANSLATE_NOOP("meshdraft", "%1 has %2 characters, but may have at most %3.")},
    {"schema.tooFew", QT_TRANSLATE_NOOP("meshdraft", "%1 has %2 entries, but needs at least %3.")},
    {"schema.tooMany", QT_TRANSLATE_NOOP("meshdraft", "%1 has %2 entries, but may have at most %3.")},
    {"schema.pattern", QT_TRANSLATE_NOOP("meshdraft", "%1 is %2, which does not fit the pattern %3.")},
    {"schema.format",
     QT_TRANSLATE_NOOP("meshdraft", "%1 is %2, which is not a duration. Write a number with a unit, such as 10s.")},
    {"schema.excluded", QT_TRANSLATE_NOOP("meshdraft", "%1 is %2, where %3 is not allowed.")},
    {"schema.scheme", QT_TRANSLATE_NOOP("meshdraft", "%1 is %2. Its address has to begin with one of: %3.")},
    {"schema.choice", QT_TRANSLATE_NOOP("meshdraft", "%2 This is about: %1.")},
    {"schema.rule", QT_TRANSLATE_NOOP("meshdraft", "%1 breaks a rule. %2")},
});

} // namespace

std::span<const Words> schemaWords()
{
    return table;
}

QString schemaText(const std::string& sentence)
{
    return QCoreApplication::translate("schema", sentence.c_str());
}

QString deprecationText(const mesh::FieldSchema& field)
{
    if (!field.deprecated)
        return {};
    if (field.deprecated->instead.empty())
        return QCoreApplication::translate("meshdraft", "Deprecated.");
    return QCoreApplication::translate("meshdraft", "Deprecated: use %1 instead.")
        .arg(QString::fromStdString(field.deprecated->instead));
}

QString violationText(const mesh::SchemaViolation& violation)
{
    return violationText(std::string(violation.code), violation.args);
}

QString violationText(const std::string& code, std::vector<std::string> args)
{
    if (code == "schema.choice" || code == "schema.rule")
        args.at(1) = schemaText(args.at(1)).toStdString();
    return sentence(code, args);
}

} // namespace meshdraft::workspace
