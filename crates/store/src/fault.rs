//! The translation of the SDK's errors into the pipeline's faults. Only fixed phrases are passed
//! on, as an SDK error may quote what was sent.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use pipeline::ports::Fault;

/// The codes of errors that do not go away by trying again, and the phrase for each.
const BROKEN: [(&str, &str); 17] = [
    ("ValidationException", "a request was refused as invalid"),
    ("ResourceNotFoundException", "a table or a secret is missing"),
    ("AccessDeniedException", "access was denied"),
    ("AccessDenied", "access was denied"),
    ("UnrecognizedClientException", "the credentials were refused"),
    ("InvalidSignatureException", "the credentials were refused"),
    ("AWS.SimpleQueueService.NonExistentQueue", "a queue is missing"),
    ("QueueDoesNotExist", "a queue is missing"),
    ("ItemCollectionSizeLimitExceededException", "an item collection is full"),
    // After the longer names of other services that end so.
    ("NotFoundException", "a key is missing"),
    ("DisabledException", "a key is disabled"),
    ("KMSInvalidStateException", "a key is disabled or to be deleted"),
    ("InvalidKeyUsageException", "a key is of the wrong kind"),
    ("InvalidCiphertextException", DAMAGED_KEY),
    ("IncorrectKeyException", STRANGE_KEY),
    ("InvalidArnException", "a key's ARN is wrong"),
    ("DecryptionFailure", "a secret cannot be decrypted"),
];

const DAMAGED_KEY: &str = "a data key cannot be unwrapped";
const STRANGE_KEY: &str = "a data key was wrapped by another key";

/// The fault behind an error of the key service. A refusal or a disabled key concerns all that is
/// sealed: it waits until that is mended, and rings, instead of sending referral after referral to
/// review, or comparing them with none.
pub(crate) fn of_key<E, R>(error: &SdkError<E, R>) -> Fault
where
    E: ProvideErrorMetadata,
{
    match of(error) {
        fault @ Fault::Broken(DAMAGED_KEY | STRANGE_KEY) => fault,
        Fault::Broken(why) | Fault::Transient(why) => Fault::Transient(why),
    }
}

/// The fault behind an SDK error. An error that is not known to be final is worth another try.
pub(crate) fn of<E, R>(error: &SdkError<E, R>) -> Fault
where
    E: ProvideErrorMetadata,
{
    match error {
        SdkError::ConstructionFailure(_) => Fault::Broken("a request could not be built"),
        SdkError::TimeoutError(_) => Fault::Transient("no answer in time"),
        SdkError::DispatchFailure(_) => Fault::Transient("no connection"),
        SdkError::ResponseError(_) => Fault::Transient("the answer could not be read"),
        SdkError::ServiceError(context) => {
            let code = context.err().code().unwrap_or_default();
            let broken = BROKEN.iter().find(|(known, _)| code.ends_with(known));
            broken.map_or(Fault::Transient("the service is busy"), |(_, why)| Fault::Broken(why))
        }
        _ => Fault::Transient("the service did not answer"),
    }
}
