/** What is attached to a policy, for anybody to read. */
/** As the manifest declares it. */
export const POLICY_UPLOADS = 'policies.attachment'

export const POLICY_FILES = {
  types: ['application/pdf', 'image/jpeg', 'image/png'],
  most: 10 * 1024 * 1024,
  public: true,
} as const
