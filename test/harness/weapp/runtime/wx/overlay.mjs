/** Toasts, dialogs and sheets, as elements that a test can see and tap. */
import { phone } from '../phone.mjs'
import { done } from './answer.mjs'

const remove = (id) => document.getElementById(id)?.remove()
const show = (id, className, children) => {
  remove(id)
  const element = Object.assign(document.createElement('div'), { id, className: `wx-overlay ${className}` })
  element.append(...children)
  document.body.append(element)
  return element
}
const textNode = (tag, text) => Object.assign(document.createElement(tag), { textContent: text ?? '' })
const button = (text, className, tapped) =>
  Object.assign(document.createElement('button'), { textContent: text, className, onclick: tapped })

/** @returns {Promise<{ confirm: boolean, cancel: boolean, content?: string }>} */
export const ask = ({
  title,
  content,
  confirmText = '确定',
  cancelText = '取消',
  showCancel = true,
  editable = false,
  className = '',
}) =>
  new Promise((resolve) => {
    const input = editable
      ? Object.assign(document.createElement('input'), { className: 'wx-modal-input' })
      : undefined
    const end = (confirm) => {
      remove('wx-modal')
      resolve({ confirm, cancel: !confirm, content: input?.value })
    }
    const actions = [
      ...(showCancel ? [button(cancelText, 'cancel', () => end(false))] : []),
      button(confirmText, 'confirm', () => end(true)),
    ]
    show('wx-modal', `sheet ${className}`, [
      textNode('b', title),
      textNode('p', content),
      ...(input ? [input] : []),
      ...actions,
    ]).setAttribute('role', 'dialog')
  })

const toast = (name) => (options) => {
  phone.calls.push({ api: name, title: options.title })
  show('wx-toast', '', [textNode('span', options.title)]).setAttribute('role', 'status')
  if (name === 'showToast') setTimeout(() => remove('wx-toast'), options.duration ?? 1500)
  return done(name, options)
}
const hide = (name) => (options) => {
  remove('wx-toast')
  return done(name, options)
}

export const overlay = {
  showToast: toast('showToast'),
  hideToast: hide('hideToast'),
  showLoading: toast('showLoading'),
  hideLoading: hide('hideLoading'),
  showModal: async (options) => {
    phone.calls.push({ api: 'showModal', title: options.title, content: options.content })
    return done('showModal', options, await ask(options))
  },
  showActionSheet: (options) =>
    new Promise((resolve, reject) => {
      const end = (answer) => {
        remove('wx-sheet')
        Promise.resolve(answer).then(resolve, reject)
      }
      const rows = options.itemList.map((text, tapIndex) =>
        button(text, 'item', () => end(done('showActionSheet', options, { tapIndex }))),
      )
      const cancel = button('取消', 'cancel', () =>
        end(done('showActionSheet', options, { errMsg: 'showActionSheet:fail cancel' }, false)),
      )
      show('wx-sheet', 'sheet', [...rows, cancel])
    }),
}
