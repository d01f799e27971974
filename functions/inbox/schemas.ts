/** The shape of a notice's id. */
import * as z from 'zod/mini'

export const noticeId = z.string().check(z.regex(/^nt_[0-9a-z]{26}$/))
