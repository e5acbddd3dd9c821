package dev.kapu.gate;

import dev.kapu.access.Access;
import dev.kapu.access.Policies;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/** The hub's own doors, with another policy. */
public final class TestDoors {
    private TestDoors() {}

    public static EventDoor ofEvents(ApplicationContext hub, Access access, Policies policies) {
        var beans = new DefaultListableBeanFactory(hub);
        beans.setAutowireCandidateResolver(new ContextAnnotationAutowireCandidateResolver());
        beans.registerSingleton("access", access);
        beans.registerSingleton("policies", policies);
        return (EventDoor) beans.autowire(Events.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    }
}
