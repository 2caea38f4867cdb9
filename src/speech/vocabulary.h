/* SPDX-License-Identifier: MIT */
/* Inside speech/: classes of words, by which the voice decides what stands beside them. The words
 * are data, “word classes” of the lexicon; here is what the classes are called and who looks for
 * them. A word may be several syllables, and in several classes. */
#pragma once

#include <glib.h>

typedef enum {
  WORD_DAY = 1ull << 0,   /* a date follows, and “ngày” is said by the word itself */
  WORD_MONTH = 1ull << 1, /* the number of a month follows */
  WORD_DATE = 1ull << 2,  /* a/b behind it is likely a date: “sáng 5/9” */
  WORD_LUNAR = 1ull << 3, /* behind a date: it is one of the lunar calendar */
  WORD_WEEKDAY_BEFORE =
    1ull << 4,            /* T2 to T7 behind it are days of the week, not months: “sáng T7” */
  WORD_CLOCK = 1ull << 5, /* an hour follows, even with a mark that is also a unit: “lúc 14g” */
  WORD_ISSUE = 1ull << 6,   /* what is counted in the year: “quý 3/2024” is no month */
  WORD_HOLIDAY = 1ull << 7, /* days everybody knows by their number */
  WORD_PART = 1ull << 8,    /* a/b behind it is a part of a whole: “chiếm 3/4” */
  WORD_WHOLE = 1ull << 9,   /* a/b before it is a part of it: “1/8 diện tích” */
  WORD_TOTAL = 1ull << 10,  /* a/b before it is a share of a total: “15/20 hộ” */
  WORD_RESULT = 1ull << 11, /* a/b behind it is a result, a dose or a share, never a date: “mũi
                               2/2”, “thị lực 8/10” */
  WORD_MATCH = 1ull << 12,  /* a score may follow, a few words on: “thắng Thái Lan 2-0” */
  WORD_RATIO = 1ull << 13,  /* a:b behind it is a ratio, not a time */
  WORD_PHONE = 1ull << 14,  /* a telephone number may follow: “gọi 113” */
  WORD_CALL = 1ull << 15,   /* what follows is called or written to, even if it looks like no
                               telephone number: “gửi 5656”, “tổng đài 028.1022” */
  WORD_LINK = 1ull << 16, /* may stand between such a word and the number: “gọi ngay tới số 113” */
  WORD_SHORT_NUMBER = 1ull << 17, /* numbers of three or four digits that are called */
  WORD_ACCOUNT = 1ull << 18,      /* the number of a card or an account follows */
  WORD_NUMBER_NAME =
    1ull << 19, /* what follows is a name made of digits and letters: “mã hồ sơ H19.27-0023” */
  WORD_BUILDING = 1ull << 20, /* a letter and a number behind it are a name: “tòa T5” */
  WORD_NUMBERED =
    1ull << 21, /* short forms that go with a number right behind them: “QL5”, “TDP3” */
  WORD_PARCEL =
    1ull
    << 22, /* the parts of the number that follows are no range, date or fraction: “thửa 45-1” */
  WORD_HOUSE = 1ull << 23,  /* the number of a house follows */
  WORD_STREET = 1ull << 24, /* a street, which may be named by a date: “đường 30/4” */
  WORD_CODE = 1ull << 25,   /* the leading zero of what follows is said: “đề án 06” */
  WORD_FORM = 1ull << 26,   /* letters with a number behind it name a form: “mẫu CT01” */
  WORD_COMPOSE =
    1ull << 27, /* the letters behind it are typed, and so read one by one: “soạn BC 05 gửi 8088” */
  WORD_DOTTED = 1ull << 28, /* the dots in the number that follows are said: “phiên bản 2.1” */
  WORD_ORDER = 1ull << 29,     /* a number in an order follows: “tổ 05” */
  WORD_LEVEL = 1ull << 30,     /* a,b behind it is a list, not a decimal: “mức 1,2” */
  WORD_FIRST = 1ull << 31,     /* the number that follows is an ordinal: “thứ 4” */
  WORD_ROMAN = 1ull << 32,     /* a Roman numeral may follow: “chương II” */
  WORD_NOT_ROMAN = 1ull << 33, /* letters that are words or names more often than Roman numerals */
  WORD_MAGNITUDE = 1ull << 34, /* what a number is multiplied with */
  WORD_MONEY = 1ull << 35,     /* how the units of money are called */
  WORD_LENGTH = 1ull << 36,   /* m2 and m3 behind it may be metres and decimetres: “sâu 1m2” */
  WORD_CURRENT = 1ull << 37,  /* A behind a number is ampere: “cầu dao 30A” */
  WORD_PER = 1ull << 38,      /* what a rate is counted by: “đồng/người/tháng” */
  WORD_SPEED = 1ull << 39,    /* what a speed is counted by: “km/giờ” */
  WORD_PERSON = 1ull << 40,   /* the letter that follows is that of a name: “ông X.” */
  WORD_DOCUMENT = 1ull << 41, /* the last word of a kind of document: “Nghị định” */
  WORD_PLACE = 1ull << 42, /* the name of a place follows, even in capitals: “HUYỆN NINH PHƯỚC” */
  WORD_DOMAIN = 1ull << 43,   /* ends by which an address of the web is known */
  WORD_CHOOSE = 1ull << 44,   /* opens a way through menus by itself */
  WORD_MENU = 1ull << 45,     /* so does this, right before the first label */
  WORD_COUNTER = 1ull << 46,  /* heads of a column that only counts the rows */
  WORD_FUNCTION = 1ull << 47, /* no noun, so nothing that a number counts */
  WORD_BREATH = 1ull << 48,   /* a breath is taken before it */
  WORD_PHRASE = 1ull << 49,   /* a breath may be taken before it */
  WORD_TITLE = 1ull << 50,    /* no breath between it and the name that follows */
  WORD_HIGHLAND = 1ull << 51, /* a syllable of names of the highlands, which are no foreign words */
  WORD_EYE = 1ull << 52, /* sentences and brackets that begin so are for the eye: “Quét mã” */
  WORD_MORE = 1ull << 53, /* and so are those that lead to a link: “Xem thêm” */
  WORD_HEAD = 1ull << 54, /* heads of columns whose texts say what they are: “Địa điểm” */
  WORD_FRONT = 1ull << 55, /* times that stand first, with a breath behind them: “đến nay” */
  WORD_PAIR = 1ull << 56,  /* two words that are one, without a breath between them */
  WORD_STANDARD = 1ull << 57, /* the number of a standard follows: “TCVN 7447-1:2010” */
  WORD_DRUG = 1ull << 58,     /* letters of how a drug is made up: “800WG” */
  WORD_EMERGENCY = 1ull << 59, /* who is called by three digits, and by such alone: “cháy 114” */
} WordClass;

/* Of WordClass, or of WordTopic, joined by |. */
typedef guint64 WordClasses;

/* Classes by which one recogniser decides, when it comes to that: no word is looked for in them
 * before somebody asks. */
typedef enum {
  TOPIC_LOAD = 1ull << 0,  /* T behind a number after it is tonnes: “xe tải 5T” */
  TOPIC_FORCE = 1ull << 1, /* N behind a number after it is newtons: “lực kéo 20N” */
  TOPIC_AGED = 1ull << 2,  /* t behind a number after it is years of age: “nam 35t” */
  TOPIC_AGE_BOUND = 1ull << 3, /* may stand between such a word and the age: “nam từ 20t” */
  TOPIC_TERM = 1ull << 4,      /* T behind a number after it is months: “tước GPLX 12T” */
  TOPIC_INCHES = 1ull << 5, /* a mark behind a number after it is inches: “màn hình 15,6"” */
  TOPIC_PRESSURE = 1ull << 6, /* mb behind a number after it is millibars: “áp suất 992mb” */
  TOPIC_PULSE = 1ull << 7, /* l/p behind a number after it is beats a minute: “mạch 110 l/p” */
  TOPIC_GOLD = 1ull << 8,  /* K behind a number after it is carats: “vàng 24K” */
  TOPIC_SEVERAL = 1ull << 9, /* two days with a dash follow “ngày” behind it: “từ ngày 3-10” */
  TOPIC_EACH = 1ull << 10, /* two days with a dash stand before it: “ngày 1-5 hằng tháng” */
  TOPIC_NOT_ROOM = 1ull << 11,  /* “phòng” behind it is no room: “dự phòng” */
  TOPIC_HALF_WORD = 1ull << 12, /* the word behind it is the end of another one: “trực ban” */
  TOPIC_TESTED = 1ull << 13,    /* (+) and (-) behind it are what a test came to: “mẫu (+)” */
  TOPIC_BLOOD = 1ull << 14,     /* + and - behind a group of blood after it are said */
  TOPIC_BLOOD_GROUP = 1ull << 15, /* groups of blood: “máu hiếm O-” */
  TOPIC_COMMUNE =
    1ull << 16, /* two of them with a slash name what stands at one place: “xã/phường” */
  TOPIC_VILLAGE = 1ull << 17,    /* the same of villages: “thôn/bản” */
  TOPIC_PROVINCE = 1ull << 18,   /* the same of provinces: “tỉnh/thành” */
  TOPIC_COORDINATE = 1ull << 19, /* degrees before it are those of a place: “độ vĩ Bắc” */
  TOPIC_FERTILISER =
    1ull << 20, /* numbers with dashes behind it are parts of one thing: “DAP 18-46” */
  TOPIC_NUMBER = 1ull << 21,   /* a number follows, whose kind need not be said again */
  TOPIC_CITING = 1ull << 22,   /* a short form of an article follows: “theo Đ249” */
  TOPIC_DAY_PART = 1ull << 23, /* parts of a day: “8g sáng” */
  TOPIC_SPAN = 1ull << 24, /* how long what a rate is counted by lasts: “3 cuốn/14 ngày” */
  TOPIC_WIND = 1ull << 25, /* C behind it is a force of wind: “giật C8” */
  TOPIC_DOSE = 1ull << 26, /* tablets are counted by it: “2v/ngày” */
  TOPIC_MEET = 1ull << 27, /* whom one is to call follows: “gặp A. Dũng” */
  TOPIC_WEEKDAY = 1ull << 28, /* what days of the week are called behind “thứ” */
  TOPIC_PART_TIME = 1ull << 29, /* a/b behind it may be a part as well as a date: “trước 1/3” */
  TOPIC_DAY_BEFORE = 1ull << 30, /* a day with its month may follow, with a dash: “sáng 3-12” */
  /* two numbers with a dash behind “từ” after it may be a day: “có hiệu lực từ 1-12” */
  TOPIC_SINCE = 1ull << 31,
  TOPIC_ONSET =
    1ull << 32, /* how a name may begin that is shortened to its first letters: “Ng.V.A” */
  TOPIC_CAR = 1ull << 33,         /* C behind a number after it is seats: “xe 7C” */
  TOPIC_OVER_MONTHS = 1ull << 34, /* T behind a number before it is months: “11T đạt 96%” */
} WordTopic;

/* Besides: whether a word of several syllables starts or ends with this one, so that nobody looks
 * for it in vain. */
#define WORD_STARTS_PHRASE (1ull << 62)
#define WORD_ENDS_PHRASE   (1ull << 63)

typedef struct Vocabulary Vocabulary;

/* Empty. Caller frees. */
Vocabulary *vocabulary_new (void);
/* With all its words. */
void vocabulary_free (Vocabulary *vocabulary);

/* The class of this name, a WordClass or, with `is_topic`, a WordTopic; 0 when there is none. */
WordClasses vocabulary_class (const char *name, gboolean *is_topic);
/* All the names of both, NULL-terminated; the program's. */
const char *const *vocabulary_class_names (void);

/* Puts a word, copied, in any case and with single spaces, into the classes as well. FALSE when it
 * is too long for any word beside a number. */
gboolean vocabulary_add (Vocabulary *vocabulary, const char *word, WordClasses classes);

/* The classes of these bytes, in any case; 0 for most words. */
WordClasses vocabulary_find (const Vocabulary *vocabulary, const char *text, gsize length);

/* Small letters of `text` in `buffer` with a final '\0'; FALSE when they do not fit. */
gboolean vocabulary_lower (const char *text, gsize length, char *buffer, gsize room);
