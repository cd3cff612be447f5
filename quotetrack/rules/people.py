"""What English news calls people, and what tells a person from an organisation: titles, honorifics, roles, groups.

Every list is of words in lower case, without dots. None of it says of a forename whether it is a man's or a woman's.
"""

from __future__ import annotations


def _set(rows: str) -> frozenset[str]:
    return frozenset(row.strip() for row in rows.replace("\n", ",").split(",") if row.strip())


# Honorifics that stand right before a name, and the gender that they tell ("" where they tell none).
HONORIFICS: dict[str, str] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": "", "dr": "", "sir": "m", "dame": "f", "lord": "m",
    "lady": "f", "madame": "f", "madam": "f", "monsieur": "m", "herr": "m", "frau": "f", "señor": "m", "señora": "f",
    "king": "m", "queen": "f", "prince": "m", "princess": "f", "duchess": "f", "baroness": "f", "countess": "f",
    "emperor": "m", "empress": "f", "sheikh": "m", "sheikha": "f", "pope": "m", "sister": "f", "brother": "m",
    "father": "m", "mother": "f", "imam": "m", "ayatollah": "m", "rabbi": "", "sultan": "m", "dom": "m",
}  # fmt: skip

# Titles in front of a name, one word each: the last word of a title ("Vice President", "U.S. District Judge").
TITLES = _set("""
president, president-elect, minister, premier, chancellor, taoiseach, secretary, senator, sen, sens, representative, rep
reps, congressman, congresswoman, governor, gov, govs, lt, speaker, mayor, councilman, councilwoman, councillor
councilor, commissioner, ambassador, amb, envoy, chairman, chairwoman, chairperson, chair, chief, director, ceo, cfo
coo, general, gen, colonel, col, captain, capt, lieutenant, sergeant, sgt, admiral, adm, commander, cmdr, corporal
cpl, private, pvt, sheriff, detective, det, officer, constable, inspector, supt, superintendent, judge, justice
magistrate, prosecutor, attorney, counsel, professor, prof, reverend, rev, pastor, bishop, archbishop, cardinal
monsignor, msgr, coach, manager, leader, whip, spokesman, spokeswoman, spokesperson, editor, correspondent, reporter
treasurer, comptroller, delegate, assemblyman, assemblywoman, alderman, undersecretary, co-chair, vice-president
republican, democrat, hon, mp, msp, founder, strategist, adviser, advisor, analyst, economist, professor, quarterback
""")

# Words that stand in front of a title's last word, and are no name themselves.
BEFORE_TITLES = _set("""
former, ex, acting, interim, deputy, vice, prime, first, foreign, finance, defense, defence, interior, chief, associate
assistant, senior, house, senate, majority, minority, supreme, court, district, attorney, state, national, security
press, lieutenant, major, brigadier, rear, republican, democratic, crown, presidential, then, retired, the, executive
""")

# What follows "Secretary of", "Chief of", "Archbishop of" ... before the name itself.
OF_TITLES = _set("""
state, defense, defence, commerce, labor, labour, energy, education, agriculture, transportation, homeland security
veterans affairs, health and human services, housing and urban development, health, treasury, justice, staff, police
war, the interior, the treasury, the army, the navy, the air force, the exchequer, national intelligence, operations
canterbury, york, westminster, foreign affairs, finance, elections, public safety, the house
""")

# Suffixes of a name; they are no surname.
SUFFIXES = _set("jr, sr, ii, iii, iv, phd, md, esq, mp, qc, kc, obe, cbe")

# Particles inside a name, in lower case.
PARTICLES: tuple[str, ...] = tuple(
    "de del della dei di da dos das do du des van von der den ter ten bin ben bint ibn al el la le las los af av zu zum "
    "zur y e ap abu abd ould ul ur".split()
)

# Short forms of English forenames and what they stand for: the same person may be printed with either.
SHORT_FORENAMES: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in """
william bill billy will
robert bob bobby rob
charles chuck charlie
richard dick rick rich
james jim jimmy
john jack johnny jon
joseph joe joey
thomas tom tommy
michael mike mick
edward ed eddie ted ned
theodore ted teddy
elizabeth liz beth betty eliza
margaret maggie peggy meg
katherine kate kathy katie
catherine cathy kate katie
anthony tony
andrew andy drew
david dave
daniel dan danny
stephen steve
steven steve
lawrence larry
henry harry hank
harold hal harry
patricia pat patty
patrick pat paddy
deborah debbie deb
susan sue suzie
timothy tim
gerald gerry jerry
jeffrey jeff
gregory greg
kenneth ken kenny
donald don donny
ronald ron ronnie
samuel sam
francis frank
alexander alex sandy
rebecca becky
barbara barb
jacqueline jackie
peter pete
matthew matt
nicholas nick
christopher chris kit
benjamin ben benny
vincent vince
leonard len leo
raymond ray
walter walt
albert al bert
alfred al fred
frederick fred freddie
eugene gene
philip phil
victoria vicky
cynthia cindy
judith judy
dorothy dot dottie
""".strip().splitlines()
)

# Surnames that come first in a name of Korean, Chinese or Vietnamese order when printed so ("Kim Jong-un").
FIRST_SURNAMES = _set("""
kim, lee, park, choi, jung, chung, kang, cho, yoon, jang, lim, han, shin, seo, kwon, hwang, ahn, song, hong, yoo, moon
ban, xi, li, wang, zhang, liu, chen, yang, huang, zhao, wu, zhou, xu, sun, ma, zhu, hu, guo, lin, he, gao, luo, zheng
deng, mao, wen, jiang, hua, lu, tsai, ma, chiang, lam, leung, wong, chan, nguyen, tran, pham, phan, vo, dang, le
""")

# Words that open a sentence or stand in capitals without being a name.
OPENERS = _set("""
a, an, the, this, that, these, those, he, she, it, they, we, you, i, his, her, its, their, our, my, your, who, whom
whose, which, what, when, where, why, how, and, or, but, nor, yet, so, for, in, on, at, by, to, from, with, without
of, off, up, out, over, under, about, after, before, since, until, till, while, during, through, between, among
against, across, along, around, behind, beside, besides, beyond, despite, down, inside, into, like, near, outside
past, per, than, toward, towards, upon, via, within, as, if, unless, although, though, because, whether, once, now
then, there, here, however, meanwhile, moreover, nevertheless, still, also, both, each, either, every, neither, all
any, some, many, most, much, more, few, several, such, other, another, one, two, three, four, five, six, seven, eight
nine, ten, no, not, only, even, just, perhaps, maybe, yes, yet, later, earlier, again, instead, indeed, according
asked, speaking, is, are, was, were, be, been, being, do, does, did, has, have, had, can, could, will, would, may
might, must, shall, should, let, say, says, said, asking, following, given, including, regarding, citing, adding
thus, therefore, additionally, finally, recently, today, yesterday, tomorrow, tonight, last, next, first, second
third, well, oh, ok, okay, please, thank, thanks, everyone, everybody, someone, somebody, nobody, nothing, people
overall, ultimately, critics, experts, officials, police, voters, supporters, authorities, researchers, analysts
among, part, see, go, get, make, take, come, look, read, watch, click, photo, image, video, story, updated, related
unlike, amid, amidst, aside, based, compared, contrary, currently, clearly, certainly, apparently, elsewhere, others
half, hundreds, thousands, millions, dozens, nearly, almost, roughly, sometimes, often, never, always, too, very
shortly, soon, similarly, specifically, separately, rather, really, previously, previous, former, formerly, further
""")

# Days and months: no name when alone, and none when they open a run of capitals ("April" and "May" may be forenames).
CALENDAR = _set("""
monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july
august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec
christmas, easter, ramadan, thanksgiving, halloween
""")

# Words of nation, party, creed: adjectives and their plurals, no names of persons.
BELONGINGS = _set("""
american, americans, british, briton, britons, english, scottish, welsh, irish, french, german, germans, italian
italians, spanish, portuguese, dutch, belgian, swiss, austrian, swedish, norwegian, danish, finnish, icelandic, polish
czech, slovak, hungarian, romanian, bulgarian, greek, greeks, turkish, turks, russian, russians, ukrainian, ukrainians
belarusian, serbian, croatian, bosnian, albanian, israeli, israelis, palestinian, palestinians, egyptian, egyptians
syrian, syrians, iraqi, iraqis, iranian, iranians, saudi, saudis, yemeni, lebanese, jordanian, libyan, tunisian
algerian, moroccan, afghan, afghans, pakistani, pakistanis, indian, indians, bangladeshi, nepalese, sri lankan, thai
vietnamese, cambodian, burmese, malaysian, indonesian, filipino, filipinos, singaporean, chinese, japanese, korean
koreans, taiwanese, mongolian, kazakh, uzbek, australian, australians, canadian, canadians, mexican, mexicans, cuban
cubans, brazilian, brazilians, argentine, chilean, colombian, peruvian, venezuelan, haitian, nigerian, kenyan
ethiopian, somali, sudanese, ugandan, rwandan, ghanaian, south african, zimbabwean, african, africans, european
europeans, asian, asians, latin, latino, latinos, hispanic, hispanics, arab, arabs, western, eastern, northern
southern, kurdish, kurds, armenian, armenians, azerbaijani, georgian, estonian, latvian, lithuanian, cypriot, catalan
republican, republicans, democrat, democrats, democratic, conservative, conservatives, tory, tories, labour, liberal
liberals, socialist, communist, libertarian, christian, christians, catholic, catholics, protestant, protestants
evangelical, evangelicals, muslim, muslims, islamic, islamist, islamists, jewish, jews, hindu, hindus, buddhist, sikh
mormon, mormons, sunni, shiite, texan, texans, californian, californians, floridian, floridians, iowan, iowans
new yorker, new yorkers, londoner, londoners, internet, twitter, congressional, olympic, olympics, gop
""")

# A run of capitals that opens with one of these is no person.
NO_FORENAMES = _set("""
new, nazi, soviet, imperial, north, south, east, west, northern, southern, eastern, western, central, united, national, international, federal
supreme, great, super, white, black, world, general, public, state, department, house, senate, city, county, first
second, high, royal, air, wall, green, big, old, real, fox, morning, special, native, human, social, capitol, oval
middle, los, san, santa, las, el, fort, mount, lake, port, saint, st, cape, global, planned, common, blue, red, golden
silicon, affordable, civil, cold, homeland, voting, electoral, medicare, obamacare, act, no, article, section, title
chapter, route, highway, interstate, flight, hurricane, tropical, operation, project, good, happy, dear, the, lower
upper, inner, outer, digital, modern, independent, joint, armed, mass, grand, holy, daily, sunday, weekly, open, free
""")

# The last word (or any word but the first) of an organisation's, a body's or a thing's name.
ORGANIZATION_WORDS = _set("""
party, committee, commission, council, court, department, ministry, agency, administration, bureau, office, authority
association, alliance, union, federation, league, society, foundation, institute, institution, center, centre
university, college, school, academy, hospital, clinic, church, cathedral, mosque, temple, bank, fund, trust, group
company, co, corp, corporation, inc, ltd, llc, plc, ag, gmbh, sa, holdings, partners, industries, enterprises
technologies, systems, services, solutions, airlines, airways, motors, energy, oil, gas, electric, pharmaceuticals
news, times, post, journal, tribune, herald, gazette, chronicle, register, globe, guardian, magazine, press, media
network, broadcasting, television, radio, tv, today, weekly, daily, street, avenue, road, boulevard, square, park
house, senate, congress, parliament, assembly, caucus, convention, conference, coalition, campaign, committee, pac
army, navy, force, forces, guard, corps, police, command, embassy, consulate, government, service, board, panel
legislature, team, club, united, fc, stadium, arena, hall, theatre, theater, museum, library, gallery, festival, hotel
resort, casino, tower, building, plaza, bridge, airport, station, act, amendment, bill, treaty, agreement, plan
program, project, initiative, policy, reform, war, day, week, month, year, states, kingdom, republic, island, islands
river, lake, ocean, sea, bay, beach, valley, mountain, mountains, hills, heights, springs, county, city, state
province, district, region, territory, coast, world, cup, bowl, games, series, award, awards, prize, show, live
movement, matter, network, project, survey, poll, report, review, study, index, exchange, markets, capital, research
labs, laboratory, studios, pictures, records, entertainment, productions, books, club, store, stores, market, foods
international, global, america, europe, asia, africa, nations, watch, rights, workers, teachers, lives, parenthood
security, intelligence, defense, justice, treasury, health, education, commerce, affairs, relations, elections, watch
street, facebook, google, twitter, youtube, instagram, medicare, medicaid, christmas, summit, debate, primary, caucuses
tea, patriots, progress, action, freedom, liberty, nation, state, house, brexit, constitution, twitter, obamacare
""")

# Organisations and bodies that have a one-word name, and residences and offices that speak under their own names.
OWN_NAMES = _set("""
kremlin, pentagon, vatican, downing street, white house, capitol, congress, senate, parliament, commons, lords, bundestag
knesset, duma, elysee, élysée, blue house, buckingham palace, whitehall, foggy bottom, supreme court, state department
justice department, treasury, house, interpol, hamas, hezbollah, taliban, al-qaeda, facebook, google, twitter, microsoft
amazon, netflix, reuters, bloomberg, politico, wikileaks, gallup, breitbart, youtube, boeing, uber, walmart, islamic state
""")

# Nouns for one person by role. A definite one ("the envoy") asks who in the article bears it.
ROLES = _set("""
president, vice president, prime minister, minister, premier, chancellor, monarch, king, queen, prince, princess
secretary, senator, congressman, congresswoman, representative, lawmaker, legislator, governor, speaker, mayor
councilman, councilwoman, councillor, commissioner, ambassador, envoy, diplomat, negotiator, chairman, chairwoman
chairperson, chair, chief, director, executive, ceo, boss, head, founder, owner, entrepreneur, billionaire, tycoon
mogul, businessman, businesswoman, financier, investor, banker, economist, analyst, strategist, pollster, consultant
adviser, advisor, aide, assistant, staffer, spokesman, spokeswoman, spokesperson, official, officer, general, colonel
captain, lieutenant, sergeant, admiral, commander, soldier, marine, veteran, sheriff, detective, deputy, inspector
constable, policeman, policewoman, trooper, agent, spy, judge, justice, magistrate, prosecutor, attorney, lawyer
solicitor, barrister, counsel, defendant, plaintiff, suspect, victim, witness, juror, inmate, prisoner, convict
professor, academic, scholar, scientist, researcher, historian, philosopher, theorist, sociologist, psychologist
psychiatrist, physicist, chemist, biologist, astronomer, engineer, inventor, programmer, developer, doctor, physician
surgeon, nurse, neurosurgeon, pediatrician, epidemiologist, virologist, paramedic, therapist, teacher, educator, tutor
headteacher, principal, superintendent, student, pupil, graduate, freshman, sophomore, reverend, pastor, priest, nun
bishop, archbishop, cardinal, pope, pontiff, rabbi, imam, cleric, preacher, minister, chaplain, missionary, monk
coach, manager, captain, player, striker, goalkeeper, midfielder, defender, winger, quarterback, pitcher, catcher
batsman, bowler, cricketer, footballer, boxer, sprinter, swimmer, cyclist, golfer, jockey, driver, skipper, referee
athlete, champion, rookie, forward, guard, actor, actress, singer, rapper, musician, guitarist, drummer, pianist
composer, conductor, director, filmmaker, producer, comedian, comic, star, celebrity, model, dancer, choreographer
designer, artist, painter, sculptor, photographer, architect, author, writer, novelist, poet, playwright, biographer
journalist, reporter, correspondent, columnist, editor, publisher, anchor, broadcaster, host, presenter, moderator
blogger, commentator, pundit, critic, activist, campaigner, organizer, organiser, protester, demonstrator, dissident
volunteer, leader, politician, statesman, candidate, nominee, contender, front-runner, frontrunner, incumbent, rival
challenger, opponent, democrat, republican, conservative, liberal, libertarian, socialist, independent, delegate
member, operative, lobbyist, donor, fundraiser, supporter, backer, surrogate, ally, farmer, rancher, fisherman, miner
builder, carpenter, electrician, plumber, mechanic, truck driver, pilot, sailor, astronaut, chef, baker, waiter
waitress, bartender, barista, cashier, clerk, receptionist, shopkeeper, salesman, saleswoman, accountant, bookkeeper
landlord, tenant, homeowner, resident, neighbor, neighbour, passenger, tourist, visitor, shopper, customer, patient
caller, user, viewer, reader, voter, worker, employee, intern, retiree, pensioner, widow, widower, bride, groom
man, woman, boy, girl, teenager, youth, person, child, mother, father, mom, dad, grandmother, grandfather, parent
texan, californian, floridian, iowan, new yorker, hoosier, icon, legend, hero, laureate, expert, specialist
technocrat, autocrat, dictator, strongman, warlord, militant, rebel, gunman, shooter, attacker, hacker, whistleblower
informant, source, insider, observer, bystander, onlooker, spectator, guest, speechwriter, biographer, curator
librarian, treasurer, comptroller, auditor, regulator, ombudsman, broker, trader, mathematician, statistician
hopeful, screenwriter, climatologist, meteorologist, forecaster, geologist, anthropologist, archaeologist, archeologist, linguist, ecologist
""")

# Nouns that tell a man or a woman.
GENDERED: dict[str, str] = {
    **dict.fromkeys(
        _set("""
man, boy, father, dad, son, brother, husband, grandfather, uncle, nephew, king, prince, businessman, congressman
chairman, spokesman, councilman, policeman, salesman, statesman, fisherman, actor, widower, groom, boyfriend, gentleman
assemblyman, alderman, waiter, priest, monk, pope, pontiff, duke, emperor, grandson, stepfather, stepson, fiance
gunman, strongman, batsman, anchorman, clergyman, serviceman, cameraman, groundsman, patriarch, godfather
"""),
        "m",
    ),
    **dict.fromkeys(
        _set("""
woman, girl, mother, mom, mum, daughter, sister, wife, grandmother, aunt, niece, queen, princess, businesswoman
congresswoman, chairwoman, spokeswoman, councilwoman, policewoman, saleswoman, stateswoman, actress, widow, bride
girlfriend, lady, assemblywoman, waitress, nun, duchess, empress, granddaughter, stepmother, stepdaughter, fiancee
anchorwoman, heiress, first lady, baroness, comedienne, committeewoman, clergywoman, servicewoman, matriarch, hostess
"""),
        "f",
    ),
}

# Nouns that tell somebody by kinship or closeness: "his mother" is not the man.
RELATIVES = _set("""
mother, father, mom, mum, dad, parent, parents, son, daughter, sons, daughters, child, children, kids, brother, sister
brothers, sisters, siblings, husband, wife, spouse, partner, fiance, fiancé, fiancee, fiancée, boyfriend, girlfriend
grandmother, grandfather, grandparents, grandson, granddaughter, uncle, aunt, cousin, cousins, nephew, niece, widow
widower, stepmother, stepfather, friend, friends, family, relatives, relative, neighbor, neighbors, neighbour
neighbours, colleague, colleagues, roommate, classmate, ex-wife, ex-husband, mother-in-law, father-in-law, son-in-law
brother-in-law, sister-in-law, daughter-in-law, mentor, teammate, teammates
""")

# Nouns for many, beside the plurals of roles.
GROUPS = _set("""
people, men, women, officials, police, authorities, critics, supporters, opponents, experts, crowd, audience, mob, public
residents, locals, villagers, voters, demonstrators, protesters, protestors, members, leaders, lawmakers, staff, couple
pair, trio, duo, leadership, rebels, militants, troops, prosecutors, investigators, observers, others, many, some, most
both, all, several, few, two, three, four, five, none, those, everyone, everybody, nobody, youths, pundits, elites
attendees, participants, respondents, viewers, fans, insiders, aides, advisers, colleagues, families, victims, survivors
firefighters, paramedics, detectives, deputies, rescuers, medics, nurses, millennials, electorate, faithful, percent
majority, minority, media, newspapers, outlets, scholars, scientists, clergy, jurors, jury, migrants, refugees
republicans, democrats, conservatives, liberals, tories, socialists, americans, russians, israelis, palestinians
majorities, parties, countries, nations, states, companies, businesses, firms, banks, groups, organizations, unions
campaigns, governments, agencies, organisations, loyalists, commentators, sources, figures, heavyweights, strategists
""")

# Nouns for organisations and bodies.
ORGANIZATIONS = _set("""
company, firm, corporation, group, organization, organisation, charity, nonprofit, foundation, institute, university
college, school, hospital, church, bank, ministry, department, agency, bureau, office, administration, government
council, committee, commission, board, panel, party, campaign, team, club, union, association, federation, league
court, tribunal, parliament, congress, senate, assembly, legislature, embassy, consulate, military, army, navy, force
newspaper, paper, magazine, network, broadcaster, channel, station, website, site, outlet, publisher, publication
carrier, airline, automaker, carmaker, manufacturer, maker, retailer, chain, brand, startup, supplier, utility
operator, lender, insurer, regulator, watchdog, exchange, fund, think tank, tank, institution, authority, service
town, city, county, state, country, nation, kingdom, republic, province, village, district, establishment, industry
community, alliance, coalition, bloc, front, movement, pac, superpac, cabinet, monarchy, palace, secretariat, center
centre, laboratory, lab, museum, festival, studio, label, startup, cooperative, consortium, conglomerate, giant, wing
department, division, unit, squad, brigade, mission, delegation, regime, junta, crown, state, bench, convention
""")

# Nouns for what is written, shown or counted.
DOCUMENTS = _set("""
report, reports, statement, statements, study, studies, survey, surveys, poll, polls, polling, letter, letters, email
emails, e-mail, e-mails, memo, memos, document, documents, filing, filings, lawsuit, suit, complaint, indictment
affidavit, order, ruling, decision, opinion, law, bill, act, constitution, amendment, treaty, agreement, resolution
article, articles, story, stories, editorial, op-ed, column, essay, book, memoir, biography, novel, play, film, movie
documentary, video, footage, clip, tape, recording, transcript, tweet, tweets, post, posts, message, messages, text
texts, note, notes, press release, release, advisory, announcement, ad, ads, advertisement, commercial, poster, sign
signs, banner, headline, headlines, caption, data, figures, statistics, numbers, results, evidence, records, record
analysis, research, review, assessment, estimate, estimates, forecast, index, census, paper, papers, journal, manual
guide, guidelines, rules, policy, plan, platform, manifesto, charter, petition, brief, motion, testimony, warrant
cable, cables, dossier, file, files, profile, website, page, blog, newsletter, invitation, plaque, inscription, slogan
speech, remarks, comments, obituary, will, diary, song, lyrics, joke, trailer, bible, quran, koran, scripture, average
transcripts, evaluation, audit, inquiry, investigation, findings, conclusion, communique, communiqué, declaration
sources say, bulletin, graphic, chart, map, program, broadcast, entry, listing, description, contract, ledger
""")

# One role said in other words: a description may name a person by any word of the row that the person's role has.
SAME_ROLES: tuple[frozenset[str], ...] = tuple(
    frozenset(w.strip() for w in row.split(","))
    for row in """
senator, sen, lawmaker, legislator, politician
representative, rep, congressman, congresswoman, lawmaker, legislator, politician
mp, lawmaker, legislator, politician, parliamentarian
envoy, ambassador, special representative, diplomat, negotiator, emissary, amb
president, leader, head of state, politician
prime minister, premier, leader, head of government, politician
chancellor, leader, politician
governor, gov, politician
mayor, politician
king, monarch
queen, monarch
pope, pontiff
pastor, preacher, minister, reverend, rev, cleric, clergyman
priest, cleric, clergyman, father
imam, cleric
bishop, archbishop, cleric, prelate, cardinal
attorney, lawyer, counsel, solicitor, barrister
prosecutor, attorney
judge, justice, jurist, magistrate
professor, prof, academic, scholar, educator
scientist, researcher, expert
economist, expert, analyst
physicist, scientist
chemist, scientist
biologist, scientist
astronomer, scientist
epidemiologist, scientist, doctor
doctor, dr, physician
surgeon, doctor, physician
neurosurgeon, surgeon, doctor, physician
coach, manager, trainer
manager, coach, boss
chief executive, ceo, boss, executive, chief
chief executive officer, ceo, boss, executive, chief
chairman, chair, boss, head
chairwoman, chair, boss, head
director, head, chief
founder, entrepreneur, co-founder
businessman, entrepreneur, tycoon, mogul, billionaire
businesswoman, entrepreneur, tycoon, mogul, billionaire
billionaire, tycoon, mogul, businessman
adviser, advisor, aide, official
aide, staffer, adviser, advisor
spokesman, spokesperson, official
spokeswoman, spokesperson, official
reporter, journalist, correspondent
journalist, reporter, correspondent, writer
columnist, journalist, writer
editor, journalist
anchor, journalist, host, presenter, broadcaster
host, presenter, broadcaster, anchor
author, writer
novelist, author, writer
poet, writer
actor, star
actress, star
singer, musician, star
officer, policeman, policewoman, cop
sheriff, lawman
detective, officer, investigator
candidate, nominee, contender, hopeful, front-runner, frontrunner, challenger
nominee, candidate, contender, standard-bearer
front-runner, frontrunner, candidate, contender
activist, campaigner, organizer, organiser
organizer, organiser, activist
strategist, operative, consultant, adviser
operative, strategist, consultant
goalkeeper, player
striker, player, forward
midfielder, player
defender, player
quarterback, player
pitcher, player
general, gen, commander
colonel, col, commander, officer
captain, capt, skipper
father, dad
mother, mom, mum
analyst, expert
specialist, expert
minister, secretary
secretary, minister
""".strip().splitlines()
)

# A people's or a nation's word to its place, in lower case: "the Texan" is somebody of Texas.
DEMONYMS: dict[str, str] = {
    "texan": "texas", "californian": "california", "floridian": "florida", "iowan": "iowa", "hoosier": "indiana",
    "new yorker": "new york", "russian": "russia", "german": "germany", "french": "france", "british": "britain",
    "chinese": "china", "japanese": "japan", "israeli": "israel", "turkish": "turkey", "mexican": "mexico",
    "canadian": "canada", "australian": "australia", "italian": "italy", "spanish": "spain", "indian": "india",
    "iranian": "iran", "iraqi": "iraq", "syrian": "syria", "egyptian": "egypt", "brazilian": "brazil",
    "polish": "poland", "ukrainian": "ukraine", "korean": "korea", "pakistani": "pakistan", "afghan": "afghanistan",
}  # fmt: skip
DEMONYM_PLACES = frozenset(DEMONYMS.values())
