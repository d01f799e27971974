/** Words of `__name__`. */
import { catalogue } from '../../messages'

export const texts = catalogue(
  {
    title: '__name__',
    line: '内容',
    add: '记下',
    added: '已记下',
    left: '还可以记 {n} 行。',
    another: '再记一行',
    signInLead: '登录后可以记下自己的内容',
  },
  {
    title: '__name__',
    line: 'Text',
    add: 'Keep it',
    added: 'Kept',
    left: 'There is room for {n} more.',
    another: 'Keep another',
    signInLead: 'Sign in to keep lines of your own',
  },
)
