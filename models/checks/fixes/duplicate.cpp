// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;
using source::NodeStyle;

namespace {

/// Compares what two nodes say; the order of keys says nothing. Aliases can blow up a small text, so the number of
/// comparisons is limited: past it two nodes are taken to differ.
class Comparison {
public:
    bool isSame(NodeRef one, NodeRef other)
    {
        if (m_left-- == 0)
            return false;
        one = one.resolved();
        other = other.resolved();
        if (one.isNull() || other.isNull())
            return one.isNull() && other.isNull();
        if (one.kind() != other.kind() || one.node().hasTag || other.node().hasTag)
            return false;
        if (one.isMapping())
            return isSameMapping(one, other);
        if (one.isSequence())
            return std::ranges::equal(one.items(), other.items(),
                                      [this](NodeRef left, NodeRef right) { return isSame(left, right); });
        // in quotes a number is a text
        return one.value() == other.value()
            && (one.node().style == NodeStyle::Plain) == (other.node().style == NodeStyle::Plain);
    }

private:
    bool isSameMapping(NodeRef one, NodeRef other)
    {
        return one.size() == other.size() && std::ranges::all_of(one.entries(), [&](const NodeRef::Entry& entry) {
                   const NodeRef there = other[entry.key.value()];
                   return entry.key.value() != "<<" && there.isValid() && isSame(entry.value, there);
               });
    }

    static constexpr std::size_t mostNodes = 100'000;
    std::size_t m_left = mostNodes;
};

/// A twin that says the same can go, whichever of them was meant.
void removeTwin(const FixContext& context, std::vector<Fix>& fixes)
{
    for (const mesh::ResourceIndex index : context.graph.find(context.resource.key)) {
        const mesh::Resource& other = context.graph.at(index);
        if (&other == &context.resource)
            return;
        if (other.apiVersion != context.resource.apiVersion
            || !Comparison().isSame(context.resource.rootNode(), other.rootNode()))
            continue;
        Fix fix;
        fix.id = "fix.duplicate.remove";
        fix.args = {context.resource.key.kind, fullName(context.resource), std::string(context.arg(2))};
        fix.certainty = Certainty::Certain;
        fix.removals = {context.resource.element()};
        fixes.push_back(std::move(fix));
        return;
    }
}

} // namespace

/// One object defined twice.
std::vector<Fixer> duplicateFixers()
{
    return {{message::duplicateIdentity, {"MD003"}, {"fix.duplicate.remove"}, removeTwin}};
}

} // namespace meshdraft::checks
