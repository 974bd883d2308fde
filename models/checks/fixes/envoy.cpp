// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

/// 0 is what all others have: lower ones are put in before them, higher ones behind (istio.io, EnvoyFilter, priority).
void setPriority(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef spec = context.spec();
    const auto offer = [&](const char* id, const char* priority) {
        std::vector<source::Change> changes;
        if (const NodeRef there = spec["priority"]; there.isScalar())
            changes.emplace_back(source::ScalarChange{there.id(), priority, false});
        else if (spec.isMapping() && !there.isValid() && spec.size() > 0)
            changes.emplace_back(source::EntryInsertion{spec.id(), "priority", NewValue::scalar(priority),
                                                        spec.entries().front().key.id()});
        else
            return;
        fixes.push_back(fixOf(context, id, {priority}, Certainty::Choice, std::move(changes)));
    };
    offer("fix.patch.after", "10");
    offer("fix.patch.before", "-10");
}

void setOperation(const FixContext& context, const std::string& operation, std::vector<Fix>& fixes)
{
    if (auto change = scalarChange(context.node, operation))
        fixes.push_back(fixOf(context, "fix.patch.operation", {std::string(context.node.value()), operation},
                              Certainty::Choice, {std::move(*change)}));
}

void mergeInstead(const FixContext& context, std::vector<Fix>& fixes)
{
    setOperation(context, "MERGE", fixes);
}

void addOtherwise(const FixContext& context, std::vector<Fix>& fixes)
{
    if (context.arg(0) == "HTTP_ROUTE")
        setOperation(context, "INSERT_FIRST", fixes);
    setOperation(context, "MERGE", fixes);
}

} // namespace

/// Patches that do nothing, or in an order that is not fixed.
std::vector<Fixer> envoyFixers()
{
    const std::vector<std::string_view> order{"fix.patch.after", "fix.patch.before"};
    return {{message::patchOrder, {"IST0151"}, order, setPriority},
            {message::patchOrderVersion, {"IST0155"}, order, setPriority},
            {message::patchReplace, {"IST0152"}, {"fix.patch.operation"}, mergeInstead},
            {message::patchAdd, {"IST0153"}, {"fix.patch.operation"}, addOtherwise}};
}

} // namespace meshdraft::checks
