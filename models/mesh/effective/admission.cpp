// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/admission.h"

#include "models/mesh/readers.h"

namespace meshdraft::mesh::effective {

Admission admissionOf(const MeshView& view, source::NodeRef listener, std::string_view gatewayNs, std::string_view ns)
{
    const source::NodeRef namespaces = listener["allowedRoutes"]["namespaces"];
    const std::string_view from = namespaces["from"].value();
    if (from == "All")
        return Admission::Admitted;
    if (from != "Selector")
        return ns == gatewayNs ? Admission::Admitted : Admission::Refused;
    const Resource* object = view.namespaceObject(ns);
    if (object == nullptr)
        return Admission::Unknown;
    Labels labels = object->labels;
    labels.insert_or_assign("kubernetes.io/metadata.name", std::string(ns));
    return readLabelSelector(namespaces["selector"].resolved()).matches(labels) ? Admission::Admitted
                                                                                : Admission::Refused;
}

} // namespace meshdraft::mesh::effective
