package org.partnerhub.fhir.message.outgoing;

import java.util.List;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The human words of a resource; built as nodes, so that nobody's text can become markup. */
final class Narratives {

    private Narratives() {}

    static Narrative of(List<String> lines) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        for (String line : lines.isEmpty() ? List.of("No details are given.") : lines) {
            div.addTag("p").addText(Text.clean(line));
        }
        Narrative narrative = new Narrative();
        narrative.setStatus(Narrative.NarrativeStatus.GENERATED);
        narrative.setDiv(div);
        return narrative;
    }
}
