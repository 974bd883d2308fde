// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/render.h"

#include "models/kustomize/kubectl.h"
#include "models/kustomize/kubectlwords.h"
#include "models/kustomize/reading.h"
#include "models/kustomize/rendercache.h"
#include "models/kustomize/scratch.h"
#include "models/mesh/identity.h"
#include "models/mesh/paths.h"

#include <algorithm>
#include <map>

namespace meshdraft::kustomize {

namespace {

constexpr std::string_view fallbackNamespace = "default";

/// The files of a closure in a directory of our own: `tree` as in the repository, an empty `home`, and `wrapper`, a
/// kustomization around the root that makes Kustomize name the files.
Expected<Scratch> copyOf(const KustomizeClosure& closure)
{
    Expected<Scratch> scratch = Scratch::make();
    if (!scratch)
        return scratch;
    Expected<void> done = scratch->makeDirectory("home");
    if (done)
        done = scratch->makeDirectory("tree/" + closure.root);
    for (const auto& [path, file] : closure.files) {
        if (done)
            done = scratch->write("tree/" + path, *file.bytes);
    }
    // The name may need quotes; JSON's are YAML's.
    std::string root;
    for (const char c : closure.root)
        root.append(c == '"' || c == '\\' ? "\\" : "").push_back(c);
    if (done) {
        done = scratch->write("wrapper/kustomization.yaml",
                              "resources: [\"../tree/" + root + "\"]\nbuildMetadata: [originAnnotations]\n");
    }
    if (!done)
        return std::unexpected(done.error());
    return scratch;
}

std::string replacedAll(std::string text, std::string_view part, std::string_view by)
{
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
        text.replace(at, part.size(), by);
    return text;
}

class Runner {
public:
    Runner(const KustomizeClosure& closure, const RenderOptions& options, const std::string& program,
           std::stop_token stop)
        : m_closure(closure)
        , m_options(options)
        , m_program(program)
        , m_stop(std::move(stop))
    {
    }

    Expected<std::string> run(const Scratch& scratch, const std::string& directory) const
    {
        const std::string base = scratch.path() + '/';
        const Expected<KubectlResult> result =
            runKubectl({m_program, base + directory, base + "home", m_options.timeLimit, m_stop});
        if (!result)
            return std::unexpected(result.error());
        if (result->exitCode == 0)
            return result->output;
        const std::string words = replacedAll(replacedAll(result->words, base + "tree/", {}), base, {});
        Error error = explained(words, m_closure.isComponent);
        const auto file = m_closure.kustomizations.find(m_closure.root);
        error.where.path = file == m_closure.kustomizations.end() ? m_closure.root : file->second;
        return std::unexpected(std::move(error));
    }

private:
    const KustomizeClosure& m_closure;
    const RenderOptions& m_options;
    const std::string& m_program;
    std::stop_token m_stop;
};

mesh::ResourceKey keyOf(const mesh::Identity& identity, const std::string& root)
{
    return {root, identity.group, identity.kind, identity.ns, identity.name};
}

/// The file of each resource, as the wrapper's annotations name it.
std::map<mesh::ResourceKey, std::string> originsIn(const std::string& wrapped, const std::string& root)
{
    std::map<mesh::ResourceKey, std::string> origins;
    const source::ParsedTextPtr text = source::parseText(wrapped);
    for (const mesh::Identity& identity : mesh::identitiesIn(*text, fallbackNamespace)) {
        const source::NodeRef annotation = identity.root["metadata"]["annotations"]["config.kubernetes.io/origin"];
        const source::ParsedTextPtr origin = source::parseText(std::string(annotation.value()));
        if (origin->documents.empty())
            continue;
        const source::NodeRef fields = origin->documents.front()->root();
        std::string_view path = fields[fields["path"].isValid() ? "path" : "configuredIn"].value();
        constexpr std::string_view tree = "../tree/";
        if (path.starts_with(tree))
            origins.emplace(keyOf(identity, root), path.substr(tree.size()));
    }
    return origins;
}

RenderedPtr assemble(const KustomizeClosurePtr& closure, std::string output, const std::string& wrapped)
{
    auto rendered = std::make_shared<Rendered>();
    rendered->root = closure->root;
    rendered->closure = closure;
    rendered->text = source::parseText(std::move(output));
    rendered->reading = Reading::of(*closure);
    const auto origins = originsIn(wrapped, closure->root);
    Reading::Matcher matcher(*rendered->reading);
    for (const mesh::Identity& identity : mesh::identitiesIn(*rendered->text, fallbackNamespace)) {
        RenderedResource resource{keyOf(identity, closure->root), identity.document, identity.root.id(), {}, 0};
        if (const auto origin = origins.find(resource.key); origin != origins.end())
            resource.originFile = origin->second;
        resource.read = matcher.match(resource.key);
        rendered->resources.push_back(std::move(resource));
    }
    return rendered;
}

} // namespace

const RenderedResource* Rendered::find(const mesh::ResourceKey& key) const
{
    const auto found = std::ranges::find(resources, key, &RenderedResource::key);
    return found == resources.end() ? nullptr : &*found;
}

source::NodeRef Rendered::rootOf(const RenderedResource& resource) const
{
    for (const auto& document : text->documents) {
        if (document->index == resource.document)
            return {document.get(), resource.node};
    }
    return {};
}

Expected<RenderedPtr> renderUnchecked(const KustomizeClosurePtr& closure, const RenderOptions& options,
                                      std::stop_token stop)
{
    const std::string program = options.kubectl.empty() ? findKubectl() : options.kubectl;
    if (program.empty())
        return std::unexpected(Error{"kustomize.notFound", {}, {}});
    // A component cannot stand among the resources of the wrapper.
    const bool withOrigins = options.withOrigins && !closure->isComponent;
    const std::string plain = fingerprintOf(program) + ' ' + closure->contentKey();
    const std::string key = plain + (withOrigins ? "+" : "");
    if (options.cache != nullptr) {
        RenderedPtr known = options.cache->find(plain + '+');
        if (known == nullptr && !withOrigins)
            known = options.cache->find(plain);
        if (known != nullptr)
            return known;
    }
    const Expected<Scratch> scratch = copyOf(*closure);
    if (!scratch)
        return std::unexpected(scratch.error());
    const Runner runner(*closure, options, program, std::move(stop));
    Expected<std::string> output = runner.run(*scratch, "tree/" + closure->root);
    if (!output)
        return std::unexpected(output.error());
    // An empty root may not be a resource of the wrapper; what has no resources has no origins.
    std::string wrapped;
    if (withOrigins && !output->empty()) {
        const Expected<std::string> run = runner.run(*scratch, "wrapper");
        if (!run && (run.error().code == "kustomize.cancelled" || run.error().code == "kustomize.timeout"))
            return std::unexpected(run.error());
        wrapped = run.value_or("");
    }
    RenderedPtr rendered = assemble(closure, std::move(*output), wrapped);
    if (options.cache != nullptr)
        options.cache->insert(key, rendered);
    return rendered;
}

Expected<RenderedPtr> render(const FileSource& files, const std::string& root, const RenderOptions& options,
                             std::stop_token stop)
{
    Expected<KustomizeClosurePtr> closure = closureOf(files, root);
    if (!closure)
        return std::unexpected(closure.error());
    if (!(*closure)->problems.empty())
        return std::unexpected((*closure)->problems.front());
    return renderUnchecked(*closure, options, std::move(stop));
}

} // namespace meshdraft::kustomize
