/** The few things that other functions may call. */
export { collections, notices } from './collections'
export { noticeOf, readNotice, type ShownNotice } from './own'
export { noticeChanges, noticeIdOf, putNotice, type PutNotice } from './put'
export { noticeId } from './schemas'
export { sayNotices } from './telling'
