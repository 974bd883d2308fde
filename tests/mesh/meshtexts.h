// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/environment.h"

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QString>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

namespace meshdraft::test {

/// A FileSet out of paths and texts.
inline mesh::FileSet fileSet(std::initializer_list<std::pair<std::string, std::string>> files)
{
    mesh::FileSet set;
    for (const auto& [path, text] : files)
        set.put(path, source::parseText(text));
    return set;
}

/// All YAML files below a directory, with paths relative to it.
inline mesh::FileSet readDirectory(const QString& directory)
{
    mesh::FileSet set;
    QDirIterator found(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        if (!path.endsWith(QLatin1String(".yaml")) && !path.endsWith(QLatin1String(".yml"))
            && !path.endsWith(QLatin1String("/Kustomization")))
            continue;
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            set.put(QDir(directory).relativeFilePath(path).toStdString(),
                    source::parseText(file.readAll().toStdString()));
    }
    return set;
}

/// The graph of one text as a.yaml, in the namespace "default".
inline mesh::MeshGraphPtr graphOf(const std::string& text)
{
    return mesh::MeshGraph::build(".", mesh::readResources(".", "a.yaml", source::parseText(text), "default"));
}

/// The first resource of a kind with a name; fails the caller's dereference when it is not there.
inline mesh::ResourceIndex named(const mesh::MeshGraph& graph, std::string_view kind, std::string_view name)
{
    for (const mesh::ResourceIndex index : graph.ofKind(kind)) {
        if (graph.at(index).key.name == name)
            return index;
    }
    return mesh::noResource;
}

/// A Service without selector, as YAML.
inline std::string service(const std::string& name, const std::string& ns)
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: " + ns
        + "}\nspec: {ports: [{port: 80}]}\n";
}

/// A VirtualService with a list of routes (YAML below `http:`), as YAML.
inline std::string virtualService(const std::string& name, const std::string& ns, const std::string& spec)
{
    return "---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: " + name
        + ", namespace: " + ns + "}\nspec:\n" + spec;
}

} // namespace meshdraft::test
