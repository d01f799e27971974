/** What the service answers when it refuses: HTTP 200 with `{code, message, requestId}`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Codes and texts as the SDK's users report them; which of them were seen and which are guessed: docs/cloudbase-emulator.md. */
export const refused = {
  invalidParameter: (message: string) => new ServiceError('INVALID_PARAM', message),
  noSuchAction: (action: string) => new ServiceError('INVALID_PARAM', `unsupported action: ${action}`),
  noSuchEnvironment: (id: string) => new ServiceError('INVALID_ENV', `env not exists: ${id}`),
  signature: (message: string) => new ServiceError('SIGN_PARAM_INVALID', message),
  conflict: () =>
    new ServiceError(
      'DATABASE_TRANSACTION_CONFLICT',
      '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
    ),
  transactionBusy: () =>
    new ServiceError(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionBusy] Transaction is busy.',
    ),
  noSuchTransaction: () =>
    new ServiceError(
      'DATABASE_TRANSACTION_FAIL',
      '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
    ),
  tooManyOperations: (limit: number) =>
    new ServiceError(
      'DATABASE_TRANSACTION_FAIL',
      `[LimitExceeded.TransactionOperations] A transaction has at most ${limit} operations.`,
    ),
  duplicate: (collection: string, index: string, key: string) =>
    new ServiceError(
      'DATABASE_DUPLICATE_WRITE',
      `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
    ),
  noSuchCollection: (name: string) =>
    new ServiceError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
    ),
  collectionExists: (name: string) =>
    new ServiceError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceInUse] Table exist: ${name}`),
  database: (message: string) => new ServiceError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`),
  lockWait: () =>
    new ServiceError('DATABASE_TIMEOUT', '[FailedOperation.Timeout] the document is held by a transaction'),
  tooManyRequests: () => new ServiceError('EXCEED_REQUEST_LIMIT', 'request limit exceeded'),
  tooManyAtOnce: () =>
    new ServiceError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'concurrent request limit exceeded'),
} as const
