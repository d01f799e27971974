/** Words of the officer's day. */
import { catalogue } from './index'
import { en } from './en/office'
import { zh } from './zh-CN/office'

export const office = catalogue(zh, en)
