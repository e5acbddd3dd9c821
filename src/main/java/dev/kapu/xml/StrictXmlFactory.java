package dev.kapu.xml;

import com.ctc.wstx.api.ReaderConfig;
import com.ctc.wstx.stax.WstxInputFactory;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;

/**
 * Reads XML from outside: no document type, no entities, few and short names, none of which is kept when the document
 * ends. Bounds on lengths and depth are for the user to set.
 */
public final class StrictXmlFactory extends WstxInputFactory {
    private final int mostNames;
    private final Supplier<? extends RuntimeException> refusal;

    /**
     * @param mostNames how many different ones a document may have
     * @param refusal thrown out of the reader by one with more, or with a very long one
     */
    public StrictXmlFactory(int mostNames, Supplier<? extends RuntimeException> refusal) {
        this.mostNames = mostNames;
        this.refusal = refusal;
        setProperty(XMLInputFactory.SUPPORT_DTD, false);
        setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    @Override
    public ReaderConfig createPrivateConfig() {
        return mConfig.createNonShared(new FewNames(mostNames, refusal));
    }
}
