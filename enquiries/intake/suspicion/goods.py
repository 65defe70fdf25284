"""The words by which offers are known, as patterns of a sentence in small letters."""

from enquiries.intake.suspicion.signs import Sign
from enquiries.intake.suspicion.words import any_of

# What spam sells, and honest people work at.
TRADES = any_of(
    r"seo|smo|ppc|search engines?|search engine optimi[sz]ation|backlinks?|link (?:building|exchange|insertion)|dofollow"
    r"|guest post~|sponsored posts?|niche edits?|domain (?:authority|rating)|d[ar] \d+"
    r"|(?:organic|website|targeted) (?:traffic"
    r"|visitors)|rank|ranks|rankings?|google|bing|yahoo|keywords|adwords|digital marketing|content writing|promotion"
    r"|advertis~|traffic|leads|your link|link to",
    r"(?<!your )web ?sites?|web design|redesign~|web development|mobile apps?|app development|wordpress|shopify|logos?"
    r"|hosting"
    r"|explainer videos?|animated videos?|landing pages?|chatbots?|ai (?:assistant|agents?|automation)",
    r"virtual assistants?|(?:dedicated|offshore|remote) (?:developers|teams?)|outsourc~|bench|staffing|data entry|payroll"
    r"|appointment setting|bookkeeping|software testing|translation|transcription|lead generation"
    r"|qualified (?:leads|meetings"
    r"|client meetings)|outbound calling",
    r"(?:e-?mail|mailing|attendees?|contact) (?:lists?|databases?)|database|b2b|contacts|bulk (?:sms|e-?mails?)"
    r"|contact forms"
    r"|feedback forms|followers|likes|(?<!cv )reviews",
    r"loans?|funding|financing|credit|cash|mortgages?|grants?|insurance|energy bills|business energy",
    r"crypto|bitcoin|btc|tokens?|nfts?|forex|binary options|trading|wallets?|invest~|profits?",
    r"casinos?|poker|slots|betting|bets|free spins|(?:welcome|deposit|casino) bonus|jackpots?|odds",
    r"viagra|cialis|levitra|tramadol|cbd|pills|weight loss|lose weight|herbal|gummies|enhancement",
    r"dating|escorts?|webcams?|porn|massage|sexy?",
    r"essays?|thesis|watches|sunglasses|branded|franchise|cleaning services|manufacturer|tracking software",
    r"steroids?|replica|rolex|diplomas?|toner|solar panels?|hotels?|containers?|catalog(?:ue)?s?|coffee|nudes?|naked"
    r"|sex|girls?"
    r"|lonely|married|debts?|tax refund|refinance|compensation|password|parcel|mailbox|soldier|hackers?|stolen|usdt"
    r"|miners?|mining",
    r"siti web|páginas web|stron internetowych|webseiten?|sites? internet|référencement|préstamos?|prêts?|prestiti"
    r"|kredite?|darlehen"
    r"|mahnung|сайт~|займ~|кредит~|в долг|реклам~|казино|ставк~|slot online|網站|网站|推广|建站|贷款|发票|博彩",
)

MANNERS = {
    Sign.OFFER: any_of(
        r"(?:we|i) (?:\w+ ){0,2}(?:offer|provide|sell|supply|guarantee|speciali[sz]e in|represent|give out|develop"
        r"|manage|deliver)",
        r"(?:our|my) (?:company|team|agency|firm|studio) (?:\w+ ){0,2}(?:offer|provide|sell|manage|deliver|can|will"
        r"|develop|make)s?",
        r"(?:we|i) (?:can|could|will|would|'d|'ll) (?:\w+ ){0,2}(?:help|get|put|place|bring|drive|send|fix|build|make"
        r"|remove"
        r"|increase|boost|install|contribute|publish) (?:\w+ ){0,4}(?:you|your|it|them|targeted|a|an)",
        r"we (?:help|fix|build|redesign|remove|compare|install|buy|bring|get)",
        r"our (?:\w+ )?(?:services?|packages|prices|price list|rates|proposal|portfolio|experts|writers|widget|software"
        r"|bench"
        r"|hotlist|designers|database|virtual assistants)",
        r"offering|for sale|selling|on behalf of|we are (?:experts|specialists|speciali[sz]ed)"
        r"|we are an? (?:\S+ ){0,4}(?:company|agency|partner|manufacturer|provider)",
        r"offriamo|ofrecemos|oferecemos|oferujemy|nous (?:offrons|proposons)|wir (?:bieten|bringen)|предлага~|提供|可代",
    ),
    Sign.PRICE: any_of(
        r"[$£€] ?\d[\d.,]*|\d[\d.,]* ?(?:usd|gbp|eur|btc|dollars?|euros?|pounds|rupees|руб~|zł)"
        r"|\d+ ?% (?:off|discount|profit|interest"
        r"|per annum)",
        r"affordable|cheap(?:est)?|unbeatable|discounts?|refund|half (?:the )?price"
        r"|(?:best|lowest|factory|special|fixed|reasonable|low"
        r"|competitive) (?:prices?|rates?|cost|offer)|price list|pricing|packages|only pay|pay only|just pay|save up to",
        r"free|for nothing|(?:at )?no (?:\w+ )?(?:cost|fees|contracts?|obligation)|money back|guaranteed|very good rate"
        r"|less cost",
        r"gratis|gratuit[oae]?|preventivo|devis|presupuesto|precios? (?:\w+ )?económicos|prezzi convenienti|już od"
        r"|бесплатн~|цен[аы]"
        r"|скидк~|unverbindlich|免费|無料|优惠|价格",
    ),
    Sign.ORDER: any_of(
        r"^(?:please |just |so |now )?(?:click(?! rates?)|visit|check|see(?! below| attached| my| above)|browse|update|submit"
        r"|verify|confirm|pay|order|buy|get|join|sign|try|download"
        r"|claim|start|hire|turn|stop|imagine|discover|play|win|earn|save|switch|boost|increase|reach|improve|deposit"
        r"|act|register)",
        r"click (?:here|on)|(?:order|buy|shop|join|apply|call|pay|register|book|act|write to us) (?:us )?(?:now|today"
        r"|here)|sign up|get started"
        r"|reply (?:yes|with|to (?:this|my)|for|in)|visit https?|claim (?:it|your)|unsubscribe|opt out"
        r"|try (?:it|the demo|for free)"
        r"|learn more|check (?:if|your)|limited (?:time|stock)|(?:today|month) only|only today|ask me how|ask for prices",
        r"(?:contact|message|text|add|write|join|reach) (?:to )?(?:me|us|him|our \w+)(?: \S+)? (?:on|via) (?:\+"
        r"|telegram|whatsapp|skype)"
        r"|(?:on|via|by) (?:telegram|skype|viber)|(?:e-?mail|demo)\b.{0,20}whatsapp|whatsapp (?:for|to)|your whatsapp",
        r"(?:send|share|let (?:us|me) know) (?:us |me )?your (?:\w+ )?(?:requirements?|inquiry|keywords|number|target"
        r"|executive)",
        r"richiedi|solicite|zapraszamy|cli(?:que|quez|cca|ck) (?:aqui|aquí|ici|qui)|contactez|escríbanos|jetzt|sofort"
        r"|прямо сейчас|пишите"
        r"|звоните|登録|加(?:微信|qq)",
    ),
    Sign.APPROACH: any_of(
        r"(?:are you|would you be|if you are|if you're) (?:\w+ )?(?:interested|happy with|overpaying|spending|tired of"
        r"|struggling)",
        r"do you (?:need|want|accept|offer paid)|available for a (?:short|quick)|(?:would you|you would) like"
        r"|would you consider|want me to|mind if i|(?:may|can|could|shall) (?:i|we) (?:send|share)"
        r" (?:you )?(?:a|the|our|more|some|over)|may i have",
        r"interested\?|did you know that|just one question|worth (?:ten|a few|\d+) minutes|let me know (?:if you are|and)",
    ),
    Sign.PITCH: any_of(
        r"your (?:\w+ ){0,2}(?:site|website|business|company|mailbox|account|domain|page|brand)s? (?:\S+ ){0,6}(?:not"
        r"|outdated"
        r"|errors?|problems|potential|scored|vulnerable|hacked|expires?|full|limited|suspended|low|slow|losing|(?:more|\d+)"
        r" (?:\w+ )?(?:clients|customers|calls|leads|sales)|grow|featured|shortlisted|visible)",
        r"(?:reviewing|over|through|checked|found|at) your (?:site|website)"
        r"|more (?:clients|customers|calls|leads|sales)|your competitors",
        r"(?:boost|increase|improve|grow|promote|advertise|optimi[sz]e|scale|double|redesign|rank) your"
        r"|across your (?:\w+ )?(?:site"
        r"|website|blog|business|company)",
    ),
}

# What hardly anybody writes but to sell it or to cheat, in several languages.
LURES = any_of(
    r"(?:first|1st) page of google|top of google|google's (?:1st|first) page|page one of|top \d+ rankings?"
    r"|(?:buy|cheap) backlinks",
    r"make money online|passive income|financial freedom|double your \w+|guaranteed (?:profits?|income|returns?|traffic)"
    r"|no experience needed|be your own boss|work(?:ing)? from home and earn|real cash|\d+% (?:daily|weekly) returns?",
    r"next of kin|unclaimed funds?|beneficiary|inheritance|million (?:us )?dollars|donate the sum|lottery|diplomat"
    r"|business proposal|private e-?mail|trusted partner|consignment",
    r"airdrop|presale|connect your wallet|100x|recovery expert|hacker|fixed matches|trading bot|vip group"
    r"|(?:stock|crypto|trading|daily) signals|binary options|bitcoin mining",
    r"no credit check|no collateral|bad credit|interest rate|payday loans?|urgent loan",
    r"welcome bonus|no deposit|free spins|real money|toto site|slot gacor|casino bonus|online casino",
    r"without (?:a )?prescription|no rx|order \w+ online|viagra|cialis|male enhancement|doctors hate|cured of|spell caster",
    r"hot girls|one night stand|adult dating|porn|nudes|(?:private|my) (?:videos|photos)|teen cams|handsome"
    r"|alone tonight|hookups?"
    r"|onlyfans",
    r"verify your \w+|account has been (?:limited|suspended|locked)|unusual activity|overdue invoice|claim your \w+"
    r"|lucky visitor"
    r"|bc1\w{10,}|customs fee|broken the law|sue you|legal action|you have won|gift cards?|without exams?"
    r"|registered documents?|spell|hacked your|in bitcoin|btc to",
    r"(?:great|nice|wonderful) (?:article|site|post|information)|keep up the \w+ works?|book-?marked|thanks for sharing"
    r"|know your prices?|your the prices?|tuo prezzo|seu prezo|din pris|votre prix|ihren preis|tu precio",
    r"продвижени~|раскрутк~|казино|заработ~|рассылк~|без отказа|代开|发票|优化排名|快速排名|加微信|副業|稼げる|博彩|娱乐城",
    r"kredit ohne schufa|darlehen von|suchmaschinenoptimierung|platz 1 bei google|prêts? entre particuliers|voyance"
    r"|marabout"
    r"|posicionamiento web|pozycjonowanie|servizi seo|bahis|deneme bonusu|renda extra|ganhe dinheiro|crédito rápido",
)
