package dev.kapu.institutions;

import dev.kapu.access.InstitutionClients;
import dev.kapu.fault.Fault;
import dev.kapu.fault.FaultException;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.secret.InstitutionSecrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

@Component
class RegisteredInstitutions implements InstitutionClients {
    private static final Logger log = LoggerFactory.getLogger(RegisteredInstitutions.class);

    private final InstitutionSecrets secrets;

    RegisteredInstitutions(InstitutionSecrets secrets) {
        this.secrets = secrets;
    }

    /** @throws FaultException {@code Server.Registry.Unavailable}: a secret that nobody can check is not a wrong one */
    @Override
    public boolean proves(String code, String secret) {
        try {
            return secrets.matches(new InstitutionCode(code), secret);
        } catch (DataAccessException e) {
            log.error(
                    "an institution's secret could not be checked: {}",
                    e.getClass().getName());
            throw new FaultException(Fault.UNAVAILABLE);
        }
    }
}
