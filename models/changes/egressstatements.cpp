// SPDX-License-Identifier: Apache-2.0
#include "models/changes/fieldpattern.h"
#include "models/changes/statementgroups.h"
#include "models/mesh/effective/hostmatch.h"

#include <algorithm>
#include <optional>
#include <set>

namespace meshdraft::changes {

namespace {

/// "namespace/dnsName" of an egress listener.
struct Egress {
    std::string ns; ///< "*" every namespace
    std::string host; ///< "*" every host

    friend auto operator<=>(const Egress&, const Egress&) = default;
};

std::set<Egress> egressOf(const mesh::Resource& resource)
{
    std::set<Egress> result;
    const auto& sidecar = std::get<mesh::Sidecar>(resource.body);
    // Without a list, or with an empty one, the proxies see everything.
    if (sidecar.egress.empty())
        result.insert({"*", "*"});
    for (const mesh::Sidecar::Egress& listener : sidecar.egress) {
        for (const auto& written : listener.hosts) {
            const std::string& text = written.value;
            if (std::ranges::count(text, '/') != 1)
                continue; // Istio leaves it out
            const std::size_t slash = text.find('/');
            const std::string ns = text.substr(0, slash);
            if (ns != "~")
                result.insert({ns == "." ? resource.key.ns : ns, text.substr(slash + 1)});
        }
    }
    return result;
}

/// Those that no other one covers.
std::vector<Egress> missingIn(const std::set<Egress>& all, const std::set<Egress>& covers)
{
    std::vector<Egress> result;
    std::ranges::copy_if(all, std::back_inserter(result), [&](const Egress& each) {
        return std::ranges::none_of(covers, [&](const Egress& other) {
            return (other.ns == "*" || other.ns == each.ns) && mesh::effective::isCoveredBy(each.host, other.host);
        });
    });
    return result;
}

/// True where a field says only which hosts are seen.
bool isAboutHosts(const FieldChange& field)
{
    const std::vector<PathStep> steps = stepsOf(field.path);
    return steps.size() >= 2 && steps[0].key == "spec" && steps[1].key == "egress"
        && (steps.size() == 2 || (steps.size() >= 4 && steps[3].key == "hosts"));
}

/// True where a whole listener is nothing but a list of hosts.
bool isBareListener(const FieldChange& field, const ResourceChange& change)
{
    const std::vector<PathStep> steps = stepsOf(field.path);
    if (steps.size() != 3 || steps[0].key != "spec" || steps[1].key != "egress")
        return false;
    const mesh::Resource& side = field.operation == Operation::Removed ? *change.before : *change.after;
    mesh::YamlReader reader(side.document());
    const Value listener = Value::of(reader, field.path.resolve(side.rootNode()));
    return listener.byKey.size() == 1 && listener.get("hosts") != nullptr;
}

struct Messages {
    std::string_view all; ///< every service of the mesh
    std::string_view ns; ///< every service of a namespace
    std::string_view host; ///< a host of a namespace
    std::string_view anywhere; ///< a host of any namespace
};
constexpr Messages gained{"change.egressAllAdded", "change.egressNamespaceAdded", "change.egressHostAdded",
                          "change.egressAnyHostAdded"};
constexpr Messages lost{"change.egressAllRemoved", "change.egressNamespaceRemoved", "change.egressHostRemoved",
                        "change.egressAnyHostRemoved"};

void tell(const ResourceChange& change, const std::vector<Egress>& hosts, const Messages& messages, Told& told)
{
    const mesh::FieldPath path("spec.egress");
    for (const Egress& each : hosts) {
        if (each.ns == "*" && each.host == "*") {
            told.say(change, path, std::string(messages.all), {});
        } else if (each.host == "*") {
            told.say(change, path, std::string(messages.ns), {each.ns});
        } else if (each.ns == "*") {
            told.say(change, path, std::string(messages.anywhere), {each.host});
        } else {
            told.say(change, path, std::string(messages.host), {each.host, each.ns});
        }
    }
}

} // namespace

void tellEgress(const ResourceChange& change, Told& told)
{
    if (!std::holds_alternative<mesh::Sidecar>(change.before->body)
        || !std::holds_alternative<mesh::Sidecar>(change.after->body))
        return;
    const std::set<Egress> before = egressOf(*change.before);
    const std::set<Egress> after = egressOf(*change.after);
    const std::vector<Egress> added = missingIn(after, before);
    const std::vector<Egress> removed = missingIn(before, after);
    if (added.empty() && removed.empty())
        return;
    tell(change, added, gained, told);
    tell(change, removed, lost, told);
    for (std::size_t i = 0; i < change.fields.size(); ++i) {
        if (isAboutHosts(change.fields[i]) || isBareListener(change.fields[i], change))
            told.fields[i] = true;
    }
}

} // namespace meshdraft::changes
