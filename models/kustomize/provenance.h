// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/render.h"
#include "models/mesh/resourcekey.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meshdraft::kustomize {

/// A scalar in a source file, or in YAML that stands in a scalar of one (an inline patch).
struct SourcePlace {
    std::string path;
    std::uint32_t document = 0; ///< Document::index in the file
    source::NodeId node = source::noNode;
    struct Nested {
        std::uint32_t document = 0;
        source::NodeId node = source::noNode;

        friend bool operator==(const Nested&, const Nested&) = default;
    };
    std::optional<Nested> nested; ///< within the text of the scalar `node`

    friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

/// Where the value of a rendered field is decided.
struct Provenance {
    enum class Kind : std::uint8_t {
        Editable, ///< written at `place`
        ReadOnly, ///< made by `what`
        Unknown, ///< cannot be told: `what` says why
    };

    Kind kind = Kind::Unknown;
    /// ReadOnly: "namespace", "namePrefix", "nameSuffix", "labels", "commonLabels", "commonAnnotations", "images",
    /// "replacements", "configMapGenerator", "secretGenerator", "vars", "transformers", "generators", "nameReference".
    /// Unknown: "noResource", "noField", "notScalar" (there is none), "notRead" (the reading does not have the
    /// resource), "directive" (a patch uses a directive that is not read), "differs" (the render has another value).
    std::string what;
    Location where; ///< line and column of the place, or of what made it; empty for Unknown
    SourcePlace place; ///< Editable

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// Finds what decides a rendered scalar, by our own reading of the files. The answer names a candidate: only an edit
/// that planRenderedEdit has proved is right for certain. Cheap; thread-safe.
Provenance sourceOfField(const Rendered& rendered, const mesh::ResourceKey& key, const mesh::FieldPath& field);

/// The same for any value; that of a mapping or list is the place where it was first written: patches may have put more
/// into it.
Provenance sourceOfNode(const Rendered& rendered, const mesh::ResourceKey& key, source::NodeRef node);

/// True if a value and everything in it stand in one document.
bool isWrittenWhole(const Rendered& rendered, const mesh::ResourceKey& key, source::NodeRef node);

/// Why a value cannot be edited. Errors: "kustomize.readOnly" (args: what makes it, path, line; located there),
/// "kustomize.unknown.noResource", "….noField", "….notScalar", "….notRead", "….directive", "….differs".
Error whyNotEditable(const Provenance& provenance);

/// A scalar of what was rendered.
struct RenderedField {
    mesh::ResourceKey key;
    mesh::FieldPath field;

    friend auto operator<=>(const RenderedField&, const RenderedField&) = default;
};

/// All rendered scalars whose source is this place, in the order of the render.
std::vector<RenderedField> fieldsFrom(const Rendered& rendered, const SourcePlace& place);

/// True if Kustomize writes this scalar for a value: the same text, or the same number (5 for 5.0).
bool isWrittenFor(source::NodeRef rendered, std::string_view value);

/// A step of a path into a resource: a key, or an index.
struct PathStep {
    std::string key;
    std::size_t index = 0;
    bool isIndex = false;
};

/// The steps from a resource's root to a node.
std::vector<PathStep> stepsTo(source::NodeRef root, source::NodeRef node);

} // namespace meshdraft::kustomize
