package dev.kapu.admissions;

import dev.kapu.registry.InstitutionCode;

public record StudyPlace(InstitutionCode school, StudyArea area) {}
