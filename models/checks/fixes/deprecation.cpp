// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

/// `percent: 5` is read as `percentage: {value: 5}`, and not at all beside that.
void useNewField(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef key = context.node.key();
    const std::string now(context.arg(1));
    if (!key.isValid() || now != "percentage" || !context.node.isScalar())
        return;
    if (context.node.parent()[now].isValid()) {
        fixes.push_back(fixOf(context, "fix.field.remove", {std::string(key.value())}, Certainty::Certain,
                              {source::Removal{key.id()}}));
        return;
    }
    NewValue percentage = NewValue::mapping({{"value", NewValue::scalar(std::string(context.node.value()))}});
    percentage.style = source::NodeStyle::Flow;
    fixes.push_back(
        fixOf(context, "fix.field.rename", {std::string(key.value()), now}, Certainty::Certain,
              {source::KeyRename{key.id(), now}, source::ValueReplacement{context.node.id(), std::move(percentage)}}));
}

void removeField(const FixContext& context, std::vector<Fix>& fixes)
{
    if (const NodeRef key = context.node.key(); key.isValid())
        fixes.push_back(fixOf(context, "fix.field.remove", {std::string(key.value())}, Certainty::Certain,
                              {source::Removal{key.id()}}));
}

void removeResource(const FixContext& context, std::vector<Fix>& fixes)
{
    Fix fix;
    fix.id = "fix.resource.remove";
    fix.args = {context.resource.key.kind, context.resource.key.name};
    fix.removals = {context.resource.element()};
    fixes.push_back(std::move(fix));
}

} // namespace

/// What Istio has given up.
std::vector<Fixer> deprecationFixers()
{
    return {{message::deprecatedField, {"IST0002"}, {"fix.field.remove", "fix.field.rename"}, useNewField},
            {message::ignoredField, {"IST0002"}, {"fix.field.remove"}, removeField},
            {message::removedKind, {"IST0002"}, {"fix.resource.remove"}, removeResource}};
}

} // namespace meshdraft::checks
