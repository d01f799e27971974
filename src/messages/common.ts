/** Words that every screen uses. */
import { catalogue } from './index'
import en from './en/common'
import zh from './zh-CN/common'

export const common = catalogue(zh, en)
