/** Words that every screen uses. */
import { catalogue } from './index'
import { texts as en } from './en/common'
import { texts as zh } from './zh-CN/common'

export const common = catalogue(zh, en)
