export default definePageConfig({ navigationBarTitleText: '要办什么事', enableShareAppMessage: true })
