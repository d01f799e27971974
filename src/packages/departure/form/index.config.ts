export default definePageConfig({ navigationBarTitleText: '退税申请单', enableShareAppMessage: true })
