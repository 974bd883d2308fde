// SPDX-License-Identifier: Apache-2.0
#include "models/changes/statementgroups.h"

#include <algorithm>

namespace meshdraft::changes {

void Told::say(const ResourceChange& change, const mesh::FieldPath& path, std::string message,
               std::vector<std::string> args)
{
    mesh::ElementRef element = change.after->element();
    element.field = path;
    statements.push_back({Operation::Modified, std::move(element), std::move(message), std::move(args)});
}

void Told::cover(const ResourceChange& change, const Items& before, const Items& after)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const FieldChange& field = change.fields[i];
        const Items& side = field.operation == Operation::Removed ? before : after;
        fields[i] = fields[i] || std::ranges::any_of(side.items, [&](std::size_t index) {
                        return field.path.isWithin(side.list.child(index));
                    });
    }
}

} // namespace meshdraft::changes
