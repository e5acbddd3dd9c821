package dev.kapu.fault;

/**
 * The catalogue of faults. A code is part of the contract: partners branch on it, so it never changes meaning.
 *
 * <p>{@code Client…} codes mean that the same message will fail again, but for one that broke off on its way and those that
 * {@linkplain #passes pass}; {@code Server…} codes that it may be sent again.
 * The texts and remedies in English, Hungarian and Turkish are in {@code faults_*.properties} under the same code.
 */
public enum Fault {
    MALFORMED_XML("Client.Message.Malformed", Category.MESSAGE),
    TOO_LARGE("Client.Message.TooLarge", Category.MESSAGE),
    TOO_DEEP("Client.Message.TooComplex", Category.MESSAGE),
    FORBIDDEN_XML("Client.Message.ForbiddenXml", Category.MESSAGE),
    INCOMPLETE("Client.Message.Incomplete", Category.MESSAGE),
    ENCODING_REFUSED("Client.Message.EncodingRefused", Category.MESSAGE),
    METHOD_REFUSED("Client.Message.MethodRefused", Category.MESSAGE),
    UNKNOWN_SERVICE("Client.Message.UnknownService", Category.MESSAGE),
    NOT_SOAP("Client.Message.NotSoap", Category.MESSAGE),
    CONTENT_TYPE_REFUSED("Client.Message.ContentTypeRefused", Category.MESSAGE),
    INVALID("Client.Message.Invalid", Category.MESSAGE),
    UNKNOWN_OPERATION("Client.Message.UnknownOperation", Category.MESSAGE),
    ACTION_MISMATCH("Client.Message.ActionMismatch", Category.MESSAGE),
    ATTACHMENT_REFUSED("Client.Message.AttachmentRefused", Category.MESSAGE),
    UNKNOWN_HEADER("Client.Header.Unknown", Category.MESSAGE),
    HEADER_INVALID("Client.Header.Invalid", Category.MESSAGE),
    HEADER_MISSING("Client.Header.Missing", Category.MESSAGE),
    HEADER_RESERVED("Client.Header.Reserved", Category.MESSAGE),
    MESSAGE_REPLAYED("Client.Message.Replayed", Category.MESSAGE),
    ID_REUSED("Client.Message.IdReused", Category.MESSAGE),
    ANSWER_NOT_KEPT("Client.Message.AnswerNotKept", Category.MESSAGE),
    HTTP_NEEDED("Client.Message.HttpNeeded", Category.MESSAGE),

    NOT_AUTHENTICATED("Client.Identity.NotAuthenticated", Category.IDENTITY),
    CREDENTIAL_INVALID("Client.Identity.CredentialInvalid", Category.IDENTITY),
    CERTIFICATE_EXPIRED("Client.Identity.CertificateExpired", Category.IDENTITY),
    SIGNATURE_INVALID("Client.Identity.SignatureInvalid", Category.IDENTITY),
    SIGNATURE_COVERAGE("Client.Identity.SignatureCoverage", Category.IDENTITY),
    PARTNER_MISMATCH("Client.Identity.PartnerMismatch", Category.IDENTITY),
    TRANSPORT_INSECURE("Client.Identity.TransportInsecure", Category.IDENTITY),

    NOT_PERMITTED("Client.Permission.NotPermitted", Category.PERMISSION),
    PURPOSE_NEEDED("Client.Permission.PurposeNeeded", Category.PERMISSION),
    NOT_VALID_NOW("Client.Permission.NotValidNow", Category.PERMISSION),
    REPRESENTATION_REFUSED("Client.Permission.RepresentationRefused", Category.PERMISSION),
    QUOTA_EXCEEDED("Server.Quota.Exceeded", Category.PERMISSION),

    PERSON_NOT_FOUND("Client.Person.NotFound", Category.DATA),
    EDUCATION_ID_INVALID("Client.Person.EducationIdInvalid", Category.DATA),
    ALREADY_REGISTERED("Client.Person.AlreadyRegistered", Category.DATA),
    WOULD_BE_DOUBLE("Client.Person.WouldBeDouble", Category.DATA),
    NOT_RESPONSIBLE("Client.Person.NotResponsible", Category.DATA),
    LETTER_INVALID("Client.Person.LetterInvalid", Category.DATA),
    TEXT_INVALID("Client.Person.TextInvalid", Category.DATA),
    POSTCODE_INVALID("Client.Person.PostcodeInvalid", Category.DATA),
    BIRTH_DATE_INVALID("Client.Person.BirthDateInvalid", Category.DATA),
    CHANGE_DATE_INVALID("Client.Person.ChangeDateInvalid", Category.DATA),
    COUNTRY_INVALID("Client.Person.CountryInvalid", Category.DATA),
    TAJ_INVALID("Client.Person.SocialSecurityNumberInvalid", Category.DATA),
    SITE_NOT_FOUND("Client.Institution.SiteNotFound", Category.DATA),
    AFFILIATION_TYPE_REFUSED("Client.Affiliation.TypeRefused", Category.DATA),
    GRADE_INVALID("Client.Affiliation.GradeInvalid", Category.DATA),
    HOURS_INVALID("Client.Affiliation.HoursInvalid", Category.DATA),
    REVIEW_NOT_FOUND("Client.Review.NotFound", Category.DATA),
    REVIEW_ALREADY_DECIDED("Client.Review.AlreadyDecided", Category.DATA),
    REVIEW_GROWN("Client.Review.Grown", Category.DATA),
    MERGER_COLLIDES("Client.Review.AffiliationsCollide", Category.DATA),
    REVIEW_DECISION_IMPOSSIBLE("Client.Review.DecisionImpossible", Category.DATA),
    INSTITUTION_NOT_FOUND("Client.Institution.NotFound", Category.DATA),
    AFFILIATION_NOT_FOUND("Client.Affiliation.NotFound", Category.DATA),
    AFFILIATION_ENDED("Client.Affiliation.AlreadyEnded", Category.DATA),
    CORRECTION_LATE("Client.Affiliation.CorrectionTooLate", Category.DATA),
    NOT_REPORTED_SO("Client.Affiliation.NotReportedSo", Category.DATA),
    AFFILIATION_DATE_INVALID("Client.Affiliation.DateInvalid", Category.DATA),
    AFFILIATION_HELD_ELSEWHERE("Client.Affiliation.HeldElsewhere", Category.DATA),
    AFFILIATION_OVERLAPS("Client.Affiliation.Overlaps", Category.DATA),
    AFFILIATION_AGE("Client.Affiliation.AgeImplausible", Category.DATA),
    TOO_MANY_MISSES("Client.Affiliation.TooManyMisses", Category.DATA),
    AFFILIATION_ROLE("Client.Affiliation.WrongRole", Category.DATA),
    RETURNED("Client.Affiliation.DataToCheck", Category.DATA),
    RETURNED_LATE("Client.Affiliation.DataToAmend", Category.DATA),
    INSTITUTION_ALREADY_REGISTERED("Client.Institution.AlreadyRegistered", Category.DATA),
    INSTITUTION_CLOSED("Client.Institution.Closed", Category.DATA),
    SITE_INCOMPLETE("Client.Institution.SiteIncomplete", Category.DATA),
    INSTITUTION_ACTIVE("Client.Institution.StillActive", Category.DATA),
    KIND_IN_USE("Client.Institution.KindInUse", Category.DATA),
    CARD_REQUEST_NOT_FOUND("Client.Card.RequestNotFound", Category.DATA),
    CARD_STATE("Client.Card.WrongState", Category.DATA),
    CARD_DATE_INVALID("Client.Card.DateInvalid", Category.DATA),
    CARD_STILL_ENTITLED("Client.Card.StillEntitled", Category.DATA),
    CARD_NUMBER_TAKEN("Client.Card.NumberTaken", Category.DATA),
    SITE_MISMATCH("Client.Card.SiteMismatch", Category.DATA),
    SUBMISSION_NOT_FOUND("Client.Submission.NotFound", Category.DATA),
    SUBMISSION_STATE("Client.Submission.WrongState", Category.DATA),
    SUBMISSION_TOO_LONG("Client.Submission.TooManyEntries", Category.DATA),
    SUBMISSION_MISMATCH("Client.Submission.Mismatch", Category.DATA),
    BARCODE_INVALID("Client.Submission.BarcodeInvalid", Category.DATA),
    HEAD_SIGNATURE_INVALID("Client.Submission.SignatureInvalid", Category.DATA),
    SIGNER_UNKNOWN("Client.Submission.SignerUnknown", Category.DATA),
    SIGNER_NOT_TRUSTED("Client.Submission.SignerNotTrusted", Category.DATA),
    ROLE_MISMATCH("Client.Submission.RoleMismatch", Category.DATA),
    SAME_ENTRY("Client.Submission.SameEntry", Category.DATA),
    AMENDED_OFTEN("Client.Submission.AmendedTooOften", Category.DATA),
    OPEN_ELSEWHERE("Client.Submission.OpenElsewhere", Category.DATA),
    ALL_OR_NOTHING_DIFFERS("Client.Submission.AllOrNothingDiffers", Category.DATA),
    HEAD_SIGNATURE_OLD("Client.Submission.SignatureNotRecent", Category.DATA),
    HEAD_SIGNATURE_USED("Client.Submission.SignatureUsed", Category.DATA),
    CANONICAL_FORM_LONG("Client.Submission.FormTooLong", Category.DATA),
    ALIKE_HELD("Client.Submission.AlikeHeld", Category.DATA),

    SUBSCRIPTION_NOT_GRANTED("Client.Subscription.NotGranted", Category.DATA),
    PERSON_MISSES("Client.Person.TooManyMisses", Category.DATA),
    ADMISSION_PROCEDURE_UNKNOWN("Client.Admissions.ProcedureUnknown", Category.DATA),
    ADMISSION_CLOSED("Client.Admissions.Closed", Category.DATA),
    ADMISSION_UNFILED("Client.Admissions.TooManyUnfiled", Category.DATA),
    SHEET_ALREADY_SUBMITTED("Client.Admissions.AlreadySubmitted", Category.DATA),
    SHEET_NOT_FOUND("Client.Admissions.SheetNotFound", Category.DATA),
    SHEET_VOID("Client.Admissions.SheetVoid", Category.DATA),
    CHOICES_INVALID("Client.Admissions.ChoicesInvalid", Category.DATA),
    SCHOOL_NOT_SECONDARY("Client.Admissions.SchoolNotSecondary", Category.DATA),
    SCHOOL_NOT_LISTED("Client.Admissions.SchoolNotListed", Category.DATA),
    RESULT_PUBLISHED("Client.Admissions.ResultPublished", Category.DATA),
    RESULT_NOT_PUBLISHED("Client.Admissions.NoResult", Category.DATA),
    PLACE_NOT_CHOSEN("Client.Admissions.NotChosen", Category.DATA),
    EXAM_SESSION_CLOSED("Client.Exam.SessionClosed", Category.DATA),
    EXAM_NOT_CANDIDATE("Client.Exam.NotCandidate", Category.DATA),
    EXAM_DOCUMENT_REFUSED("Client.Exam.DocumentRefused", Category.DATA),
    EXAM_CERTIFICATE_HELD("Client.Exam.CertificateHeld", Category.DATA),
    EXAM_NOTHING_EARLIER("Client.Exam.NothingEarlier", Category.DATA),
    EXAM_SUBJECT_REFUSED("Client.Exam.SubjectRefused", Category.DATA),
    EXAM_NOT_PASSED("Client.Exam.NotPassed", Category.DATA),
    EXAM_DATE_INVALID("Client.Exam.DateInvalid", Category.DATA),
    EXAM_NUMBER_TAKEN("Client.Exam.NumberTaken", Category.DATA),
    EXAM_DOCUMENT_NOT_FOUND("Client.Exam.DocumentNotFound", Category.DATA),
    EXAM_ANNULLED("Client.Exam.Annulled", Category.DATA),
    EXAM_DOCUMENT_GIVEN("Client.Exam.DocumentGiven", Category.DATA),
    EXAM_NOTHING_CORRECTED("Client.Exam.NothingCorrected", Category.DATA),
    ADMISSION_ROUND_CLOSED("Client.HigherEducation.RoundClosed", Category.DATA),
    ACADEMIC_ROLE_NOT_FOUND("Client.HigherEducation.RoleNotFound", Category.DATA),
    ACADEMIC_DATE_INVALID("Client.HigherEducation.DateInvalid", Category.DATA),
    EDUCATION_ID_REQUEST_NOT_FOUND("Client.HigherEducation.RequestNotFound", Category.DATA),
    PERSONNEL_NUMBER_REUSED("Client.Personnel.NumberReused", Category.DATA),
    PERSONNEL_EARLIER_MISSING("Client.Personnel.EarlierMissing", Category.DATA),
    PERSONNEL_NO_EMPLOYMENT("Client.Personnel.NoEmployment", Category.DATA),
    PERSONNEL_AFTER_END("Client.Personnel.AfterEnd", Category.DATA),
    PERSONNEL_END_BEFORE_START("Client.Personnel.EndBeforeStart", Category.DATA),
    PERSONNEL_TWO_MAIN("Client.Personnel.TwoMainEmployments", Category.DATA),
    PERSONNEL_TOO_MANY_OPEN("Client.Personnel.TooManyOpen", Category.DATA),

    WORKBOOK_KIND("Client.Workbook.WrongKind", Category.DATA),
    WORKBOOK_ENCRYPTED("Client.Workbook.Encrypted", Category.DATA),
    WORKBOOK_MACROS("Client.Workbook.Macros", Category.DATA),
    WORKBOOK_TOO_LARGE("Client.Workbook.TooLarge", Category.DATA),
    WORKBOOK_TOO_MANY_ROWS("Client.Workbook.TooManyRows", Category.DATA),
    WORKBOOK_BROKEN("Client.Workbook.Broken", Category.DATA),
    WORKBOOK_TOO_SLOW("Client.Workbook.TooSlow", Category.DATA),
    WORKBOOK_NOT_THE_TEMPLATE("Client.Workbook.NotTheTemplate", Category.DATA),
    WORKBOOK_OTHER_TEMPLATE("Client.Workbook.OtherTemplate", Category.DATA),

    FUNDING_DATE_REFUSED("Client.Funding.NotAReferenceDate", Category.DATA),
    FUNDING_NOT_YET("Client.Funding.NotYet", Category.DATA),
    FUNDING_LINE_TWICE("Client.Funding.LineTwice", Category.DATA),
    FUNDING_INSPECTION_NOT_FOUND("Client.Funding.InspectionNotFound", Category.DATA),
    STATISTICS_TERM_NOT_FOUND("Client.Statistics.TermNotFound", Category.DATA),
    STATISTICS_TERM_CLOSED("Client.Statistics.TermClosed", Category.DATA),
    STATISTICS_VALUE_UNKNOWN("Client.Statistics.ValueUnknown", Category.DATA),
    STATISTICS_TOO_FINE("Client.Statistics.TooFine", Category.DATA),
    STATISTICS_TERM_FULL("Client.Statistics.TermFull", Category.DATA),
    NOT_COUNTED_YET("Client.Numbers.NotCountedYet", Category.DATA),

    BUSY("Server.Busy", Category.SERVER),
    NOT_RECORDED("Server.Audit.NotRecorded", Category.SERVER),
    UNAVAILABLE("Server.Registry.Unavailable", Category.SERVER),
    INTERNAL("Server.Internal", Category.SERVER);

    /** What a partner's operator looks at first: the message, who sent it, the right to ask, the data, or the hub. */
    public enum Category {
        MESSAGE,
        IDENTITY,
        PERMISSION,
        DATA,
        SERVER
    }

    private final String code;
    private final Category category;

    Fault(String code, Category category) {
        this.code = code;
        this.category = category;
    }

    /** Dotted code as it stands in {@code faultcode} and in the record, e.g. {@code Client.Person.NotFound}. */
    public String code() {
        return code;
    }

    public Category category() {
        return category;
    }

    /** Whether the same content may be right on another day, though not in a minute as what is {@link #retryable}. */
    public boolean passes() {
        return switch (this) {
            case NOT_COUNTED_YET,
                    FUNDING_NOT_YET,
                    TOO_MANY_MISSES,
                    PERSON_MISSES,
                    ADMISSION_CLOSED,
                    ADMISSION_UNFILED,
                    EXAM_SESSION_CLOSED,
                    ADMISSION_ROUND_CLOSED -> true;
            default -> false;
        };
    }

    /** Whether sending the same message again, later and unchanged, can succeed. */
    public boolean retryable() {
        return code.startsWith("Server.");
    }
}
