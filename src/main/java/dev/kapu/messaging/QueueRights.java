package dev.kapu.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Who may do what at the broker. Rights follow from names of users and queues alone: no role, no setting adds any. */
final class QueueRights implements ActiveMQSecurityManager5 {
    private final HubLogin hub;
    private final BrokerUsers users;
    private final Consumer<String> welcome;

    /** @param welcome told of every partner who has just been let in */
    QueueRights(HubLogin hub, BrokerUsers users, Consumer<String> welcome) {
        this.hub = hub;
        this.users = users;
        this.welcome = welcome;
    }

    boolean isHub(@Nullable String user) {
        return HubLogin.USER.equals(user);
    }

    boolean authentic(@Nullable String user, @Nullable String password) {
        if (user == null || password == null) {
            return false;
        }
        if (isHub(user)) {
            return MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8), hub.password().getBytes(StandardCharsets.UTF_8));
        }
        return QueueNames.canBeUser(user) && users.authentic(user, password);
    }

    @Override
    @SuppressWarnings("NullAway") // null is this interface's way to say no
    public Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String securityDomain) {
        if (user == null || !authentic(user, password)) {
            return null;
        }
        if (!isHub(user)) {
            welcome.accept(user);
        }
        var subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType checkType, String address) {
        if (subject == null) {
            return false;
        }
        var user = getUserFromSubject(subject);
        return isHub(user) ? checkType != CheckType.MANAGE : partnerMay(user, checkType, address);
    }

    private boolean partnerMay(String partner, CheckType checkType, String address) {
        return switch (checkType) {
            case SEND ->
                isRequests(address) || (address.equals(QueueNames.in(partner)) && users.sendsMessages(partner));
            case CONSUME -> isQueue(QueueNames.replies(partner), address) || isQueue(QueueNames.out(partner), address);
            // Dead letters are kept until an administrator has replayed them: the partner looks, and takes none.
            case BROWSE ->
                isQueue(QueueNames.replies(partner), address)
                        || isQueue(QueueNames.out(partner), address)
                        || isQueue(QueueNames.dead(partner), address);
            default -> false;
        };
    }

    /** A consumer's queue comes as {@code address::queue}. */
    private static boolean isQueue(String name, String address) {
        return address.equals(name) || address.equals(name + "::" + name);
    }

    private static boolean isRequests(String address) {
        return address.startsWith(QueueNames.REQUESTS) && !address.contains("::");
    }

    @Override
    public boolean validateUser(String user, String password) {
        return authentic(user, password);
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }
}
