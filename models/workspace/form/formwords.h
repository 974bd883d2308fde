// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/form/formsections.h"

#include <QString>

namespace meshdraft::workspace {

/// "Outlier detection", "TLS": the name of a field as a head.
QString fieldTitle(const std::string& name);
QString sectionTitle(const FormSection& section);
/// What a section holds in a few words: "3 s · 2 retries", "none", "3".
QString sectionSummary(const FormSet& forms, const FormSection& section);
/// The same for one field.
QString fieldSummary(const FormField& field);
/// What an item of a list holds beside its title.
QString itemSummary(const mesh::FieldSchema* list, const FormField& item);
/// What an item of a list is called: by the fields that tell items apart, else "1", "2".
QString itemTitle(const mesh::FieldSchema* list, const FormField& item);
/// What a field is for, its default, range and unit, and that it is deprecated: a few lines.
QString fieldHelp(const FormField& field);
/// "(several values)".
QString severalValues();
/// Names of undo steps.
QString setStep(const FormField& field);
QString clearStep(const FormField& field);
QString addStep(const FormField& field);
QString moveStep(const FormField& field);
QString chooseStep(const std::string& name);

} // namespace meshdraft::workspace
