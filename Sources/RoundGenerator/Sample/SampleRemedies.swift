/// The made-up remedy plan of the shipped round: what one unit does about the points it lost.
enum SampleRemedies {
  static let file = GeneratedFile(path: "units/so-y-te/remedies.yaml", text: text)

  /// In the form of the draft that `new remedies` writes, filled in for some of the items.
  private static let text = """
    # Số liệu minh họa: nguyên nhân, biện pháp, người và ngày dưới đây là giả định, chỉ để cho thấy cách
    #   lập kế hoạch; không nói điều gì có thật về Sở Y tế.
    # Kế hoạch khắc phục tồn tại, hạn chế của Sở Y tế
    # Kỳ đánh giá: Đánh giá, xếp hạng kết quả thực hiện công tác cải cách hành chính năm 2017
    format: parindex/remedies@1
    round: khanh-hoa-2017
    unit: so-y-te
    submitted_at: 2018-02-27T16:20
    illustrative: yes
    documents:
      - {id: quy-che-nhiem-vu, kind: quyết định, number: 118/QĐ-SYT, date: 2018-03-12, issuer: Sở Y tế, title: Quy chế theo dõi nhiệm vụ được giao}
      - {id: ra-soat-niem-yet, kind: báo cáo, number: 640/BC-SYT, date: 2018-04-24, issuer: Sở Y tế, title: Kết quả rà soát thủ tục hành chính công khai trên trang thông tin điện tử}
      - {id: ke-hoach-truyen-thong, kind: kế hoạch, number: 415/KH-SYT, date: 2018-03-05, issuer: Sở Y tế, title: Tuyên truyền cải cách hành chính năm 2018}
    remedies:

      # 1.4.1. Tỷ lệ nhiệm vụ trong Kế hoạch CCHC của tỉnh do cơ quan chủ trì hoàn thành đúng hạn: mất
      #   1,5 điểm (đạt 0, tối đa 1,5)
      # Vì sao: 4/6 ≈ 66,67%, dưới mức sàn 80%: 0 điểm (điểm tối đa 1,5).
      - criterion: "1.4.1"
        cause: Hai nhiệm vụ giao cho Phòng Nghiệp vụ Y không có người theo dõi tiến độ, đến tháng 11 mới phát hiện chậm
        measure: Ban hành quy chế theo dõi nhiệm vụ; Văn phòng Sở nhắc việc trước hạn 15 ngày và báo cáo tại giao ban tháng
        person: Chánh Văn phòng Sở
        due: 2018-03-31
        done: 2018-03-12
        outcome: Đã ban hành quy chế, mọi nhiệm vụ năm 2018 đã có người theo dõi
        evidence: [quy-che-nhiem-vu]

      # 3.5.2. Tỷ lệ PAKN thuộc thẩm quyền được xử lý đúng hạn: mất 1,5 điểm (đạt 0, tối đa 1,5)
      # Vì sao: 0/(1 − 0) = 0%, dưới mức sàn 80%: 0 điểm (điểm tối đa 1,5).
      - criterion: "3.5.2"
        cause: Phản ánh, kiến nghị chuyển nhầm về Thanh tra Sở, quá hạn 20 ngày mới chuyển lại
        measure: Phân công một đầu mối tiếp nhận phản ánh, kiến nghị; kiểm tra hộp thư tiếp nhận hằng ngày
        person: Phó Chánh Văn phòng Sở
        due: 2018-03-31
        done: 2018-04-06
        outcome: Đã phân công đầu mối, chậm một tuần do thay đổi nhân sự

      # 3.2.2. Tỷ lệ TTHC công khai đúng trên trang thông tin điện tử: mất 1 điểm (đạt 0, tối đa 1)
      # Vì sao: 57/61 ≈ 93,44%, thuộc mức “còn lại”: 0 điểm (điểm tối đa 1).
      - criterion: "3.2.2"
        cause: Bốn thủ tục sửa đổi trong năm chưa được thay bản cũ trên trang thông tin điện tử
        measure: Rà soát toàn bộ thủ tục đã công khai; từ nay thay trong 5 ngày làm việc sau khi có quyết định công bố
        person: Trưởng phòng Tổ chức cán bộ
        due: 2018-04-30
        done: 2018-04-24
        outcome: Đã công khai đúng 61/61 thủ tục
        evidence: [ra-soat-niem-yet]

      # 4.2.2. Tỷ lệ tinh giản biên chế so với lộ trình được giao: mất 1 điểm (đạt 0, tối đa 1)
      # Vì sao: 1/2 = 50%, thuộc mức “còn lại”: 0 điểm (điểm tối đa 1).
      - criterion: "4.2.2"
        cause: Một trường hợp thuộc diện tinh giản xin lùi sang năm 2018
        measure: Giải quyết dứt điểm trường hợp này trong đợt 2 năm 2018
        person: Trưởng phòng Tổ chức cán bộ
        due: 2018-09-30

      # 5.5.1. Hoàn thành kế hoạch định kỳ chuyển đổi vị trí công tác: mất 1 điểm (đạt 0, tối đa 1)
      # Vì sao: 13/19 ≈ 68,42%, thuộc mức “còn lại”: 0 điểm (điểm tối đa 1).
      - criterion: "5.5.1"
        cause: Sáu vị trí kế toán ở đơn vị trực thuộc chưa có người thay thế cùng chuyên môn
        measure: Chuyển đổi giữa các trung tâm y tế trong cùng cụm; lập danh sách dự phòng trước ngày 30/6
        person: Giám đốc Sở
        due: 2018-06-30

      # 3.4.5. Tỷ lệ hồ sơ tiếp nhận hoặc trả kết quả qua dịch vụ bưu chính công ích trong số TTHC đã
      #   công bố: mất 0,5 điểm (đạt 0, tối đa 0,5)
      # Vì sao: 21/658 ≈ 3,19%, thuộc mức “còn lại”: 0 điểm (điểm tối đa 0,5).
      - criterion: "3.4.5"
        cause: Người nộp hồ sơ chưa biết có thể nhận kết quả tại nhà qua bưu điện
        measure: In tờ giới thiệu tại Bộ phận một cửa; công chức một cửa hướng dẫn khi nhận hồ sơ
        person: Chánh Văn phòng Sở
        due: 2018-05-31

      # 1.6.1. Hoàn thành kế hoạch tuyên truyền CCHC: mất 0,25 điểm (đạt 0,25, tối đa 0,5)
      # Vì sao: Thẩm định lần 2 cho 0,25 điểm (điểm tối đa 0,5), lý do: Công nhận phần nội dung thực
      #   hiện trong năm 2017.
      - criterion: "1.6.1"
        cause: Một phần nội dung tuyên truyền thực hiện sang năm 2018
        measure: Chia kế hoạch tuyên truyền theo quý, kiểm điểm vào ngày cuối quý
        person: Trưởng phòng Tổ chức cán bộ
        due: 2018-03-31
        done: 2018-03-05
        outcome: Đã ban hành kế hoạch chia theo quý
        evidence: [ke-hoach-truyen-thong]

    """
}
