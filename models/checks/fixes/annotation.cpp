// SPDX-License-Identifier: Apache-2.0
#include "models/checks/annotationtable.h"
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/mesh/effective/podtemplate.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

/// Takes an annotation out; the last one with the whole list.
source::Change annotationRemoval(NodeRef value)
{
    const NodeRef all = value.parent();
    return removalOf(all.size() == 1 && all.parent().isMapping() ? all : value);
}

void correctName(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef key = context.node.key();
    if (!key.isValid())
        return;
    const std::string old(key.value());
    std::vector<std::string> known;
    for (const Annotation& each : allAnnotations())
        known.emplace_back(each.name);
    for (const std::string& name : nearNames(old, known)) {
        if (context.node.parent()[name].isValid())
            continue;
        fixes.push_back(fixOf(context, "fix.annotation.rename", {old, name},
                              isSameWord(old, name) ? Certainty::Certain : Certainty::Choice,
                              {source::KeyRename{key.id(), name}}));
    }
    fixes.push_back(
        fixOf(context, "fix.annotation.remove", {old}, Certainty::Choice, {annotationRemoval(context.node)}));
}

/// What is for Pods does nothing on a workload: it goes to its pod template, and takes effect there.
void moveToPods(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef key = context.node.key();
    const bool isWorkload = std::holds_alternative<mesh::Workload>(context.resource.body);
    if (!isWorkload || context.resource.key.kind == "Pod" || !key.isValid() || !context.node.isScalar()
        || context.arg(1) != "Pod")
        return;
    const NodeRef pods = mesh::effective::podTemplateOf(context.resource);
    if (pods["metadata"]["annotations"][key.value()].isValid())
        return;
    auto change = entryAt(pods, {"metadata", "annotations"}, key.value(),
                          NewValue::scalar(std::string(context.node.value()), true));
    if (change)
        fixes.push_back(fixOf(context, "fix.annotation.toPods", {std::string(key.value())}, Certainty::Choice,
                              {std::move(*change), annotationRemoval(context.node)}));
}

/// The label of the same name means the same; what has both is not found.
void moveToLabels(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef key = context.node.key();
    const NodeRef metadata = context.node.parent().parent();
    const bool isOfPods = context.resource.key.kind == "Pod" || !(metadata == context.resource.rootNode()["metadata"]);
    if (!key.isValid() || !context.node.isScalar() || !isOfPods)
        return;
    auto change = entryAt(metadata, {"labels"}, key.value(), NewValue::scalar(std::string(context.node.value()), true));
    if (change)
        fixes.push_back(fixOf(context, "fix.annotation.toLabel", {std::string(key.value())}, Certainty::Certain,
                              {std::move(*change), annotationRemoval(context.node)}));
}

void correctValue(const FixContext& context, std::vector<Fix>& fixes)
{
    const Annotation* annotation = findAnnotation(context.arg(0));
    if (annotation == nullptr)
        return;
    std::vector<std::string> values;
    if (annotation->value == AnnotationValue::Bool)
        values = {"false", "true"};
    else if (annotation->value == AnnotationValue::Interception)
        values = {"NONE", "REDIRECT", "TPROXY"};
    offerNames(context, context.node, values, "fix.value.use", fixes);
}

} // namespace

/// Annotations that Istio does not know, not there, or not with this value.
std::vector<Fixer> annotationFixers()
{
    return {{message::unknownAnnotation, {"IST0108"}, {"fix.annotation.remove", "fix.annotation.rename"}, correctName},
            {message::misplacedAnnotation, {"IST0107"}, {"fix.annotation.toPods"}, moveToPods},
            {message::deprecatedInject, {"IST0135"}, {"fix.annotation.toLabel"}, moveToLabels},
            {message::badAnnotation, {"IST0125"}, {"fix.value.use"}, correctValue}};
}

} // namespace meshdraft::checks
