// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"
#include "models/source/scalarcontent.h"

#include <memory>
#include <span>
#include <vector>

namespace meshdraft::source {

class NestedText;
using NestedTextPtr = std::shared_ptr<const NestedText>;

/// YAML held in a string: the parse of a scalar's value, of which every byte has its place in the file around it. The
/// file's text may be nested itself; places and edits always go to the outermost file. Immutable.
class NestedText {
public:
    /// Reads the value of a scalar as YAML. Errors with their arguments, located but for the first:
    /// - "edit.noSuchNode" {}: the document is missing or broken, or has no such node.
    /// - "edit.notScalar" {}: the node is no scalar; an alias is none either.
    /// - "nested.tag" {the tag}: a tag that makes something other than a string of the scalar (!!binary, !x).
    /// - "nested.layout" {}: the scalar is written in a way in which its bytes cannot be mapped to its value.
    /// That the value is broken YAML or a template is no failure: `inner` says it.
    static Expected<NestedTextPtr> open(ParsedTextPtr outer, std::uint32_t document, NodeId scalar);
    /// The same for a scalar of a nested text.
    static Expected<NestedTextPtr> open(const NestedTextPtr& around, std::uint32_t document, NodeId scalar);

    const ParsedTextPtr& inner() const { return m_inner; }
    const ParsedTextPtr& outer() const { return m_outer; } ///< of the scalar: the file, or the nested text around
    const NestedTextPtr& around() const { return m_around; } ///< null where `outer` is the file
    NodeRef scalar() const { return {m_document.get(), m_scalar}; }
    const ScalarContent& content() const { return m_content; }

    /// Line and column in the file of a byte of the inner text. Its end is where its last line ends.
    Location locate(std::uint32_t innerOffset) const;
    /// The bytes of the file that a range of the inner text stands in.
    ByteRange outerRange(ByteRange inner) const;
    /// The same error at its place in the file.
    Error outwards(Error error) const;
    /// What is wrong with the inner text, at its places in the file.
    std::vector<Error> errors() const;

private:
    NestedText() = default;
    std::uint32_t placeOf(std::uint32_t innerOffset) const;
    ByteRange rangeInOuter(ByteRange inner) const;

    ParsedTextPtr m_outer;
    ParsedTextPtr m_inner;
    NestedTextPtr m_around;
    std::shared_ptr<const Document> m_document;
    NodeId m_scalar = noNode;
    ScalarContent m_content;
};

/// The splices of the file that make these splices of the inner text, and nothing else. Proved by parsing the document
/// around again: it equals the old tree, but for this scalar's value.
/// - Literal block: touched bytes and lines only. New lines take the block's indentation and line break, blank ones
/// stay
///   bare. The chomping indicator changes when the number of final line breaks asks for it, and an indentation
///   indicator is added when the first line comes to start with a space.
/// - Folded block: touched lines only; a literal block with the same header where folding cannot hold the new value.
/// - Quoted: the touched piece, escaped or doubled as the style wants. Where single quotes cannot hold the value, the
///   whole scalar becomes double-quoted on one line; where a plain scalar cannot, it is quoted.
/// - A block scalar that cannot hold the value (a control character, no text left) becomes double-quoted.
/// Errors, all at their place in the file: those of planChanges on the scalar ("edit.alias", "edit.template" ...);
/// "edit.template" and "edit.unreadable" for the inner text; "edit.order" and "edit.range" of the splices (not
/// located); "edit.proof" {}: no layout reads as intended.
Expected<std::vector<Splice>> planNested(const NestedText& nested, std::span<const Splice> innerSplices);

/// planChanges on a document of the inner text, in splices of the file. Its errors have their places in the file.
Expected<std::vector<Splice>> planNestedChanges(const NestedText& nested, std::uint32_t innerDocument,
                                                std::span<const ScalarChange> changes,
                                                std::span<const EntryAddition> additions = {});

} // namespace meshdraft::source
