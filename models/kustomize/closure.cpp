// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/closure.h"

#include "models/kustomize/kustomizationfile.h"
#include "models/mesh/paths.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace meshdraft::kustomize {

using source::NodeRef;

namespace {

/// A string that names something, with where it stands.
struct Mention {
    Names names;
    std::string text;
    Location where;
};

class Finder {
public:
    Finder(const FileSource& files, KustomizeClosure& closure)
        : m_files(files)
        , m_closure(closure)
    {
    }

    void visitDirectory(const std::string& directory);

private:
    source::ParsedTextPtr parsed(const std::string& path);
    bool add(const std::string& path, const Location& where);
    std::string kustomizationOf(const std::string& directory, const Location& where);
    void follow(const std::string& directory, const Mention& mention);
    void followDirectory(const Mention& mention, const std::string& path);
    void followPlugin(const std::string& directory, const source::ParsedText& text, const Location& where);
    void followPluginDocument(const std::string& directory, NodeRef root, const Location& where);
    void report(const char* code, std::vector<std::string> args, const Location& where)
    {
        m_closure.problems.push_back({code, std::move(args), where});
    }

    const FileSource& m_files;
    KustomizeClosure& m_closure;
    std::vector<std::string> m_stack; ///< the directories that led here
};

Location locationOf(const source::ParsedText& text, NodeRef node, const std::string& path)
{
    Location where = text.locate(node.range().begin);
    where.path = path;
    return where;
}

bool isComponentFile(NodeRef root)
{
    return fieldOf(root, "kind").value() == "Component";
}

NodeRef rootOf(const source::ParsedText& text)
{
    return text.documents.empty() ? NodeRef() : text.documents.front()->root().resolved();
}

/// The kustomization file of a directory: one of the three names; the path of the first, and how many there are.
std::pair<std::string, int> findKustomization(const FileSource& files, const std::string& directory)
{
    std::pair<std::string, int> found{{}, 0};
    for (const std::string_view name : {"kustomization.yaml", "kustomization.yml", "Kustomization"}) {
        std::string path = mesh::joinPath(directory, name);
        if (files.kindOf(path) == PathKind::Absent)
            continue;
        if (found.second++ == 0)
            found.first = std::move(path);
    }
    return found;
}

/// Reads a file into the closure; false when that is not possible, which is reported.
bool Finder::add(const std::string& path, const Location& where)
{
    if (m_closure.files.contains(path))
        return true;
    if (source::ParsedTextPtr text = m_files.parsed(path)) {
        m_closure.files[path] = {text->text, text};
        return true;
    }
    Expected<std::string> bytes = m_files.read(path);
    if (!bytes) {
        Error error = bytes.error();
        error.where = where;
        m_closure.problems.push_back(std::move(error));
        return false;
    }
    m_closure.files[path] = {std::make_shared<const std::string>(std::move(*bytes)), nullptr};
    return true;
}

source::ParsedTextPtr Finder::parsed(const std::string& path)
{
    ClosureFile& file = m_closure.files[path];
    if (file.text == nullptr)
        file.text = source::parseText(*file.bytes);
    return file.text;
}

/// The path of a directory's kustomization file, read; empty when it has none or it cannot be used.
std::string Finder::kustomizationOf(const std::string& directory, const Location& where)
{
    const auto [path, count] = findKustomization(m_files, directory);
    if (count == 0) {
        report("kustomize.noKustomization", {directory}, where);
    } else if (count > 1) {
        report("kustomize.twoFiles", {directory}, {path, 0, 0});
    } else if (m_files.kindOf(path) != PathKind::File) {
        report("kustomize.symlink", {path}, {path, 0, 0});
    } else if (add(path, {path, 0, 0})) {
        return path;
    }
    return {};
}

void Finder::visitDirectory(const std::string& directory)
{
    if (m_closure.kustomizations.contains(directory))
        return;
    const std::string path = kustomizationOf(directory, {directory, 0, 0});
    if (path.empty())
        return;
    m_closure.kustomizations[directory] = path;
    const source::ParsedTextPtr text = parsed(path);
    const NodeRef root = rootOf(*text);
    if (text->kind != source::TextKind::Yaml || (!text->errors.empty() && text->documents.empty())) {
        const Location line = text->errors.empty() ? Location{} : text->errors.front().where;
        report("kustomize.syntax", {path}, {path, line.line, line.column});
        return;
    }
    if (!root.isMapping()) {
        report("kustomize.empty", {path}, {path, 0, 0});
        return;
    }
    if (const NodeRef helm = helmField(root); helm.isValid())
        report("kustomize.helm", {std::string(helm.key().value())}, locationOf(*text, helm.key(), path));
    m_stack.push_back(directory);
    for (const NamedPath& named : namedPaths(root)) {
        const Location where = locationOf(*text, named.node, path);
        if (named.node.node().hasTag) {
            report("kustomize.tag", {std::string(named.node.text())}, where);
        } else {
            follow(directory, {named.names, std::string(named.node.value()), where});
        }
    }
    m_stack.pop_back();
}

void Finder::follow(const std::string& directory, const Mention& mention)
{
    const bool mayBeInline = mention.names == Names::PluginOrFile || mention.names == Names::PatchOrFile;
    if (mayBeInline && isInline(mention.text)) {
        if (mention.names == Names::PluginOrFile)
            followPlugin(directory, *source::parseText(mention.text), mention.where);
        return;
    }
    const std::string_view named =
        mention.names == Names::KeyedFile ? pathOfPair(mention.text) : std::string_view(mention.text);
    if (isRemote(mention.text) || isRemote(named)) {
        report("kustomize.remote", {mention.text}, mention.where);
        return;
    }
    const std::string path = named.starts_with('/') ? std::string() : mesh::joinPath(directory, named);
    if (path.empty()) {
        report("kustomize.outside", {mention.text}, mention.where);
        return;
    }
    const PathKind kind = m_files.kindOf(path);
    if (kind == PathKind::Symlink) {
        report("kustomize.symlink", {mention.text}, mention.where);
        return;
    }
    if (kind == PathKind::Absent) {
        report("kustomize.missing", {mention.text}, mention.where);
        return;
    }
    if (kind == PathKind::Directory) {
        followDirectory(mention, path);
        return;
    }
    if (mention.names == Names::Directory) {
        report("kustomize.noKustomization", {mention.text}, mention.where);
        return;
    }
    if (!mesh::isWithin(path, directory)) {
        report("kustomize.restricted", {mention.text, directory}, mention.where);
        return;
    }
    if (add(path, mention.where) && mention.names == Names::PluginOrFile)
        followPlugin(directory, *parsed(path), mention.where);
}

void Finder::followDirectory(const Mention& mention, const std::string& path)
{
    if (mention.names == Names::PluginOrFile) {
        report("kustomize.plugin", {mention.text}, mention.where);
        return;
    }
    if (mention.names != Names::FileOrDirectory && mention.names != Names::Directory) {
        report("kustomize.missing", {mention.text}, mention.where);
        return;
    }
    const bool leadsBack =
        std::ranges::any_of(m_stack, [&](const std::string& at) { return mesh::isWithin(at, path); });
    if (leadsBack) {
        report("kustomize.cycle", {mention.text}, mention.where);
        return;
    }
    const auto [file, count] = findKustomization(m_files, path);
    if (count == 0) {
        report("kustomize.noKustomization", {mention.text}, mention.where);
        return;
    }
    visitDirectory(path);
    if (!m_closure.files.contains(file))
        return;
    const bool isComponent = isComponentFile(rootOf(*parsed(file)));
    if (isComponent && mention.names == Names::FileOrDirectory) {
        report("kustomize.component", {mention.text}, mention.where);
    } else if (!isComponent && mention.names == Names::Directory) {
        report("kustomize.notComponent", {mention.text}, mention.where);
    }
}

/// Generators and transformers that are built into Kustomize name files, too; all others are programs.
void Finder::followPlugin(const std::string& directory, const source::ParsedText& text, const Location& where)
{
    if (text.kind != source::TextKind::Yaml || !text.errors.empty()) {
        report("kustomize.syntax", {where.path}, where);
        return;
    }
    for (const auto& document : text.documents)
        followPluginDocument(directory, document->root().resolved(), where);
}

void Finder::followPluginDocument(const std::string& directory, NodeRef root, const Location& where)
{
    if (!root.isValid())
        return;
    const std::string kind(fieldOf(root, "kind").value());
    if (kind.starts_with("HelmChart")) {
        report("kustomize.helm", {kind}, where);
        return;
    }
    const NodeRef annotations = fieldOf(root, {"metadata", "annotations"});
    const bool isFunction = std::ranges::any_of(annotations.entries(), [](const NodeRef::Entry& entry) {
        return entry.key.value().ends_with("/function") || entry.key.value().ends_with(".fn");
    });
    if (fieldOf(root, "apiversion").value() != "builtin" || isFunction || fieldOf(root, "items").isValid()) {
        report("kustomize.plugin", {kind}, where);
        return;
    }
    const auto each = [&](Names names, NodeRef node) {
        if (node.isScalar() && !node.value().empty())
            follow(directory, {names, std::string(node.value()), where});
    };
    each(Names::File, fieldOf(root, "path"));
    each(Names::File, fieldOf(root, "env"));
    for (const NodeRef item : itemsOf(fieldOf(root, "paths")))
        each(Names::PatchOrFile, item);
    for (const NodeRef item : itemsOf(fieldOf(root, "envs")))
        each(Names::File, item);
    for (const NodeRef item : itemsOf(fieldOf(root, "files")))
        each(Names::KeyedFile, item);
    for (const NodeRef item : itemsOf(fieldOf(root, "replacements")))
        each(Names::File, fieldOf(item, "path"));
}

} // namespace

std::string KustomizeClosure::contentKey() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto addSized = [&](std::string_view bytes) {
        hash.addData(QByteArray::number(static_cast<qulonglong>(bytes.size())).append(':'));
        hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    };
    addSized(root);
    for (const auto& [path, file] : files) {
        addSized(path);
        addSized(*file.bytes);
    }
    return hash.result().toHex().toStdString();
}

Expected<KustomizeClosurePtr> closureOf(const FileSource& files, const std::string& root)
{
    auto closure = std::make_shared<KustomizeClosure>();
    closure->root = mesh::joinPath(".", root);
    const auto [path, count] = findKustomization(files, closure->root);
    if (closure->root.empty() || count == 0)
        return std::unexpected(Error{"kustomize.noKustomization", {root}, {root, 0, 0}});
    Finder(files, *closure).visitDirectory(closure->root);
    if (const auto file = closure->files.find(path); file != closure->files.end() && file->second.text != nullptr)
        closure->isComponent = isComponentFile(rootOf(*file->second.text));
    return closure;
}

} // namespace meshdraft::kustomize
