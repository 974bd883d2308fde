// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/parsedtext.h"

namespace meshdraft::workspace {

/// True when a text holds a Secret, or may: a document (or item of a List) of that kind; `secretGenerator` of a
/// kustomization; in whatever cannot be told by parsing (broken documents, YAML in strings, comments) the words. Rather
/// once too often than once too little.
bool mayHoldSecret(const source::ParsedText& text);

} // namespace meshdraft::workspace
