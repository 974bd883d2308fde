// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/environmentgraphs.h"

#include "models/mesh/identity.h"
#include "models/mesh/kinds.h"
#include "models/mesh/paths.h"

#include <algorithm>
#include <set>

namespace meshdraft::workspace {

namespace {

using mesh::Environment;
using mesh::EnvironmentKind;
using Environments = std::vector<const Environment*>;

/// The directories of `all` below `directory` (null: everywhere) that lie in no other one of them.
Environments outermost(const Environments& all, const Environment* directory)
{
    Environments below;
    for (const Environment* each : all) {
        if (each != directory && (directory == nullptr || mesh::isWithin(each->name, directory->name)))
            below.push_back(each);
    }
    Environments result;
    std::ranges::copy_if(below, std::back_inserter(result), [&](const Environment* each) {
        return std::ranges::none_of(
            below, [&](const Environment* other) { return other != each && mesh::isWithin(each->name, other->name); });
    });
    return result;
}

/// Names of routes, Services and DestinationRules, without their namespace.
std::set<std::string> routedNames(const mesh::FileSet& files, const Environment& environment)
{
    std::set<std::string> names;
    for (const std::string& path : environment.files) {
        const mesh::SourceFile* file = files.find(path);
        if (file == nullptr || file->text == nullptr)
            continue;
        for (const mesh::Identity& identity : mesh::identitiesIn(*file->text, environment.defaultNamespace)) {
            if (mesh::isRouteKind(identity.group, identity.kind) || identity.kind == "Service"
                || identity.kind == "DestinationRule")
                names.insert(identity.kind + '/' + identity.name);
        }
    }
    return names;
}

/// True if two of them have the same route, Service or DestinationRule: one mesh several times, not parts of one.
bool haveSomethingInCommon(const mesh::FileSet& files, const Environments& environments)
{
    std::set<std::string> all;
    for (const Environment* environment : environments) {
        for (const std::string& name : routedNames(files, *environment)) {
            if (!all.insert(name).second)
                return true;
        }
    }
    return false;
}

void collect(const mesh::FileSet& files, const Environments& directories, const Environment* above,
             std::vector<std::string>& names)
{
    for (const Environment* each : outermost(directories, above)) {
        const Environments inside = outermost(directories, each);
        const bool isHeap = !inside.empty() && (each->duplicates > 0 || haveSomethingInCommon(files, inside));
        if (isHeap)
            collect(files, directories, each, names);
        else if (each->resources > 0)
            names.push_back(each->name);
    }
}

} // namespace

std::vector<std::string> comparableEnvironments(const Snapshot& snapshot)
{
    std::vector<std::string> names;
    Environments directories;
    for (const Environment& environment : snapshot.environments) {
        if (environment.kind == EnvironmentKind::Directory)
            directories.push_back(&environment);
        else
            names.push_back(environment.name);
    }
    collect(snapshot.saved, directories, nullptr, names);
    std::ranges::sort(names);
    return names;
}

std::vector<matrix::Input> environmentGraphs(const Snapshot& snapshot, const std::vector<std::string>& names,
                                             const std::stop_token& stop, const std::function<void(std::size_t)>& next)
{
    std::vector<matrix::Input> inputs;
    for (const std::string& name : names) {
        if (stop.stop_requested())
            break;
        if (next)
            next(inputs.size());
        if (snapshot.graph && name == snapshot.environment.name) {
            inputs.push_back({name, snapshot.graph, {}});
        } else if (auto other = withEnvironment(snapshot, name)) {
            inputs.push_back({(*other)->environment.name, (*other)->graph, {}});
        } else {
            inputs.push_back({name, nullptr, std::move(other.error())});
        }
    }
    return inputs;
}

} // namespace meshdraft::workspace
