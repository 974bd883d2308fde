// SPDX-License-Identifier: Apache-2.0
#include "app/cli/resourcechoice.h"

#include "models/workspace/words.h"

using namespace Qt::StringLiterals;

namespace meshdraft::cli {

using workspace::printable;

std::vector<mesh::ResourcePtr> resourcesNamed(const workspace::Snapshot& snapshot, const ResourceName& name,
                                              const std::string& ns)
{
    std::vector<mesh::ResourcePtr> found;
    if (snapshot.graph == nullptr)
        return found;
    for (const auto& resource : snapshot.graph->resources()) {
        if (resource->key.kind == name.kind && resource->key.name == name.name
            && (ns.empty() || resource->key.ns == ns))
            found.push_back(resource);
    }
    return found;
}

mesh::ResourcePtr chooseResource(const workspace::Snapshot& snapshot, const ResourceName& wanted, const std::string& ns)
{
    const auto found = resourcesNamed(snapshot, wanted, ns);
    if (found.size() == 1)
        return found.front();
    const auto name = printable(wanted.kind + '/' + wanted.name);
    if (found.empty()) {
        QStringList names;
        for (const auto& environment : snapshot.environments)
            names.append(printable(environment.name));
        complain(u"%1 is not in environment %2. Environments here: %3 (--env)."_s.arg(
            name, printable(snapshot.environment.name), names.join(u", "_s)));
        return nullptr;
    }
    complain(u"%1 is there %n times; choose one by its namespace (-n) or file (--env FILE):"_s
                 .replace(u"%n"_s, QString::number(found.size()))
                 .arg(name));
    for (const auto& resource : found)
        complain(u"  %1:%2 namespace %3"_s.arg(printable(resource->source.path),
                                               QString::number(resource->locate().line), printable(resource->key.ns)));
    return nullptr;
}

} // namespace meshdraft::cli
