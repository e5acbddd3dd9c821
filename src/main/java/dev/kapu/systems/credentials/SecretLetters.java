package dev.kapu.systems.credentials;

import dev.kapu.contract.credentials.CollectSecretLetters;
import dev.kapu.contract.credentials.CollectSecretLettersResponse;
import dev.kapu.contract.credentials.ListSecretRequests;
import dev.kapu.contract.credentials.ListSecretRequestsResponse;
import dev.kapu.contract.credentials.RequestSecret;
import dev.kapu.contract.credentials.RequestSecretResponse;
import dev.kapu.contract.credentials.SecretLetter;
import dev.kapu.contract.credentials.SecretRequest;
import dev.kapu.registry.InstitutionCode;
import dev.kapu.registry.secret.SecretRequests;
import dev.kapu.scope.Reach;
import dev.kapu.step.ChangesRegistry;
import dev.kapu.systems.ContractPersons;
import java.time.ZoneOffset;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A new secret goes to the head of the institution by letter; the old one stops when it is asked for (K18, W5). */
@Component
class SecretLetters {
    private static final int MOST = 100;

    private final SecretRequests requests;

    SecretLetters(SecretRequests requests) {
        this.requests = requests;
    }

    @ChangesRegistry
    public RequestSecretResponse request(RequestSecret request, @ExchangeProperty(Reach.PARTNER) String partner) {
        var answer = new RequestSecretResponse();
        answer.setSecretRequest(contract(requests.confirm(new InstitutionCode(request.getInstitutionCode()), partner)));
        return answer;
    }

    public ListSecretRequestsResponse list(ListSecretRequests request) {
        var answer = new ListSecretRequestsResponse();
        var since = request.getCollectedSince();
        int most = most(request.getMost());
        (since == null ? requests.unconfirmed(most) : requests.collectedSince(since.toInstant(), most))
                .stream().map(SecretLetters::contract).forEach(answer.getSecretRequest()::add);
        return answer;
    }

    @ChangesRegistry(keepsAnswer = false)
    public CollectSecretLettersResponse collect(CollectSecretLetters request) {
        var answer = new CollectSecretLettersResponse();
        requests.collect(most(request.getMost())).stream()
                .map(SecretLetters::contract)
                .forEach(answer.getSecretLetter()::add);
        return answer;
    }

    private static SecretRequest contract(dev.kapu.registry.secret.SecretRequest from) {
        var request = new SecretRequest();
        request.setInstitutionCode(from.institution().text());
        request.setRequestedAt(from.askedAt().atOffset(ZoneOffset.UTC));
        request.setConfirmed(from.confirmed());
        var collected = from.collectedAt();
        if (collected != null) {
            request.setCollectedAt(collected.atOffset(ZoneOffset.UTC));
        }
        return request;
    }

    private static SecretLetter contract(dev.kapu.registry.secret.SecretLetter from) {
        var letter = new SecretLetter();
        letter.setInstitutionCode(from.institution().code().text());
        letter.setName(from.institution().name());
        letter.setAddress(ContractPersons.address(from.institution().address()));
        letter.setRequestedAt(from.askedAt().atOffset(ZoneOffset.UTC));
        letter.setSecret(from.secret());
        return letter;
    }

    private static int most(@Nullable Integer wanted) {
        return wanted == null ? MOST : wanted;
    }
}
