// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/fixes/fix.h"

namespace meshdraft::checks {

// One function a family; each stands in a file of its own. A new family is put here and into registry.cpp.

std::vector<Fixer> annotationFixers();
std::vector<Fixer> deprecationFixers();
std::vector<Fixer> duplicateFixers();
std::vector<Fixer> envoyFixers();
std::vector<Fixer> gatewayFixers();
std::vector<Fixer> hostFixers();
std::vector<Fixer> injectionFixers();
std::vector<Fixer> nameFixers();
std::vector<Fixer> portFixers();
std::vector<Fixer> portNameFixers();
std::vector<Fixer> reachFixers();
std::vector<Fixer> schemaFixers();
std::vector<Fixer> selectorFixers();
std::vector<Fixer> subsetFixers();
std::vector<Fixer> telemetryFixers();
std::vector<Fixer> validationFixers();
std::vector<Fixer> weightFixers();

} // namespace meshdraft::checks
