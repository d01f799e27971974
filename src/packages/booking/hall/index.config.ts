export default definePageConfig({ navigationBarTitleText: '选择大厅', enableShareAppMessage: true })
