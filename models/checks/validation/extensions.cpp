// SPDX-License-Identifier: Apache-2.0
// WasmPlugin and TrafficExtension.
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"

namespace meshdraft::checks::validation {

namespace {

void checkModule(Rules& rules, NodeRef module)
{
    const NodeRef url = rules.at(module, "url");
    if (rules.text(url).find_first_of(" \t\r\n") != std::string_view::npos)
        rules.error(url, "url");
    std::vector<NodeRef> names;
    for (const NodeRef variable : rules.items(rules.at(module, "vmConfig"), "env")) {
        if (const NodeRef name = rules.at(variable, "name"); name.isValid())
            names.push_back(name);
    }
    checkUnique(rules, names);
}

} // namespace

void checkWasmPlugin(Rules& rules)
{
    checkPolicyTarget(rules, rules.spec());
    checkModule(rules, rules.spec());
}

void checkTrafficExtension(Rules& rules)
{
    constexpr std::size_t longest = 65536;
    checkPolicyTarget(rules, rules.spec());
    checkModule(rules, rules.at(rules.spec(), "wasm"));
    if (const NodeRef code = rules.at(rules.spec(), {"lua", "inlineCode"}); rules.text(code).size() > longest)
        rules.error(code, "luaTooLong");
}

} // namespace meshdraft::checks::validation
