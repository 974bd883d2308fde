// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/sourceproof.h"

#include "models/kustomize/provenance.h"
#include "models/mesh/identity.h"

#include <algorithm>
#include <map>

namespace meshdraft::workspace {
namespace {

using source::NodeRef;

struct Difference {
    std::string resource;
    std::string field;
};

/// The path to the first place where two trees say something else; the order of keys does not count.
std::optional<std::string> differenceIn(NodeRef a, NodeRef b, const mesh::FieldPath& path)
{
    if (a.isMapping() && b.isMapping()) {
        for (const auto& entry : a.entries()) {
            const auto key = entry.key.value();
            if (auto found = differenceIn(entry.value, b[key], path.child(key)))
                return found;
        }
        for (const auto& entry : b.entries()) {
            if (!a[entry.key.value()].isValid())
                return path.child(entry.key.value()).text();
        }
        return std::nullopt;
    }
    if (a.isSequence() && b.isSequence()) {
        const auto left = a.items();
        const auto right = b.items();
        for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
            if (auto found = differenceIn(left[i], right[i], path.child(i)))
                return found;
        }
        return left.size() == right.size() ? std::nullopt
                                           : std::optional(path.child(std::min(left.size(), right.size())).text());
    }
    const bool isSame = a.isValid() && b.isValid() && a.isMapping() == b.isMapping() && a.isSequence() == b.isSequence()
        && ((a.isNull() && b.isNull()) || kustomize::isWrittenFor(a, b.value())
            || kustomize::isWrittenFor(b, a.value()));
    return isSame ? std::nullopt : std::optional(path.text());
}

/// The first difference between what two streams say; the order of the resources does not count.
std::optional<Difference> differenceOf(const source::ParsedText& a, const source::ParsedText& b)
{
    std::multimap<std::string, mesh::Identity> left;
    for (auto& identity : mesh::identitiesIn(a, "default"))
        left.emplace(identity.key(), std::move(identity));
    for (const auto& identity : mesh::identitiesIn(b, "default")) {
        const auto found = left.find(identity.key());
        const std::string name = identity.kind + ' ' + identity.name;
        if (found == left.end())
            return Difference{name, "metadata.name"};
        if (auto field = differenceIn(found->second.root, identity.root, {}))
            return Difference{name, std::move(*field)};
        left.erase(found);
    }
    if (left.empty())
        return std::nullopt;
    const auto& missing = left.begin()->second;
    return Difference{missing.kind + ' ' + missing.name, "metadata.name"};
}

} // namespace

std::vector<std::string> rootsOf(const Snapshot& snapshot)
{
    std::vector<std::string> roots;
    for (const auto& environment : snapshot.environments) {
        if (environment.kind == mesh::EnvironmentKind::KustomizeRoot)
            roots.push_back(environment.name);
    }
    if (!std::ranges::contains(roots, snapshot.environment.name))
        roots.push_back(snapshot.environment.name);
    return roots;
}

SourceProof proveEdit(const Snapshot& snapshot, const source::Edit& edit, const source::ParsedText& predicted,
                      const std::stop_token& stop)
{
    SourceProof proof;
    std::map<std::string, std::string, std::less<>> bytes;
    for (const auto& file : edit.files) {
        const auto* known = snapshot.current.find(file.path);
        auto text = source::applySplices(known == nullptr ? std::string_view() : *known->text->text, file.splices);
        if (!text) {
            proof.reason = text.error();
            return proof;
        }
        bytes[file.path] = std::move(*text);
    }
    const auto files = snapshot.renderSource.with(snapshot.current);
    const auto edited = kustomize::withBytes(files, std::move(bytes));
    auto options = snapshot.renderSource.options();
    options.withOrigins = false;
    for (const auto& root : rootsOf(snapshot)) {
        const bool isOwn = root == snapshot.environment.name;
        const auto closure = kustomize::closureOf(*files, root);
        const bool isTouched =
            closure && std::ranges::any_of(edit.files, [&](const auto& file) { return (*closure)->needs(file.path); });
        if (!isTouched && !isOwn)
            continue;
        const auto before = kustomize::render(*files, root, options, stop);
        // One that does not render anyway, or only as a part of others, is seen through those.
        if (!before && !isOwn)
            continue;
        const auto after = kustomize::render(*edited, root, options, stop);
        if (!before || !after) {
            proof.reason = before ? after.error() : before.error();
            return proof;
        }
        if (differenceOf(*(*before)->text, *(*after)->text))
            proof.environments.push_back(root);
        if (!isOwn)
            continue;
        if (const auto difference = differenceOf(*(*after)->text, predicted)) {
            proof.reason = Error{"kustomize.unexpected", {root, difference->resource, difference->field}, {}};
            return proof;
        }
    }
    std::ranges::sort(proof.environments);
    return proof;
}

} // namespace meshdraft::workspace
