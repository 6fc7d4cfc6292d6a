"use strict";
(() => {
	const $ = (id) => document.getElementById(id);
	const text = $("text"), cards = $("cards"), filters = $("filters"), status = $("status");
	const sheet = $("sheet"), sheetBody = $("sheet-body");
	const allCards = [...cards.getElementsByClassName("card")];
	const cardOf = new Map(allCards.map((card) => [card.id, card]));
	const narrow = matchMedia("(max-width: 61.99rem)");
	const roles = ["content", "source", "cue", "time", "link"];

	// The pieces of the article that the record speaks of. The cards name them by
	// their place in this list, in ranges: "3-5 9". Both are read when they are
	// first needed, which in a long article takes a moment.
	let marked, spans;
	const pieces = () => marked ??= [...text.getElementsByClassName("m")];
	const rangesOf = (card, role) => (card.dataset[role] ?? "").split(" ").filter(Boolean).map((range) => {
		const [first, last = first] = range.split("-").map(Number);
		return { card, role, first, last };
	});
	const allSpans = () => spans ??= allCards.flatMap((card) => roles.flatMap((role) => rangesOf(card, role)));

	// Selecting.

	let selected, lit = [];
	let cameFrom, wentTo; // where the focus was before a message was selected, and where it was put then

	const refsOf = (card) => [...text.querySelectorAll(`.ref[href="#${card.id}"]`)];

	function clear() {
		for (const piece of lit) piece.classList.remove("lit", ...roles.map((role) => "lit-" + role));
		lit = [];
		selected?.removeAttribute("aria-current");
		if (selected) for (const ref of refsOf(selected)) ref.removeAttribute("aria-current");
		selected = undefined;
		sheet.hidden = true;
		document.body.classList.remove("selecting");
	}

	function select(card) {
		clear();
		selected = card;
		card.setAttribute("aria-current", "true");
		for (const ref of refsOf(card)) ref.setAttribute("aria-current", "true");
		for (const role of roles) {
			for (const { first, last } of rangesOf(card, role)) {
				for (const piece of pieces().slice(first, last + 1)) {
					piece.classList.add("lit", "lit-" + role);
					lit.push(piece);
				}
			}
		}
		if (narrow.matches) showSheet(card);
	}

	// Where the list is not beside the article, the message selected is shown
	// below the words.
	function showSheet(card) {
		const copy = card.cloneNode(true);
		copy.removeAttribute("id");
		copy.removeAttribute("aria-current");
		const box = document.createElement("div");
		box.className = copy.className;
		box.append(...copy.childNodes);
		sheetBody.replaceChildren(box);
		sheet.hidden = false;
		document.body.classList.add("selecting");
	}

	// selectInText selects a message that was found at a place in the text, or in
	// another message, and shows its card.
	function selectInText(card, place, takeFocus) {
		if (card.hidden) filters.reset();
		cameFrom = document.activeElement;
		select(card);
		if (narrow.matches) {
			place?.scrollIntoView({ block: "nearest" }); // the sheet may cover it
		} else {
			card.scrollIntoView({ block: "nearest" });
		}
		if (takeFocus) focus(narrow.matches ? sheet : card.querySelector(".find"));
	}

	function focus(element) {
		wentTo = element;
		element.focus({ preventScroll: true });
	}

	// goBack puts the focus where it was before a selection moved it.
	function goBack() {
		const moved = document.activeElement === wentTo || sheet.contains(document.activeElement);
		clear();
		if (moved) cameFrom?.focus({ preventScroll: true });
		cameFrom = wentTo = undefined;
	}

	// selectInList selects a message that was found in the list and shows its words.
	function selectInList(card, takeFocus) {
		cameFrom = document.activeElement;
		select(card);
		const ref = $("t" + card.id.slice(1));
		ref?.scrollIntoView({ block: "center" });
		if (takeFocus && ref) focus(ref);
	}

	// messageAt returns the message that a piece of the text belongs to: the one
	// whose words there are fewest, and the next one if that is selected already.
	function messageAt(piece) {
		const n = pieces().indexOf(piece);
		const there = allSpans().filter(({ first, last, role }) => first <= n && n <= last && role !== "time" && role !== "link");
		there.sort((a, b) => (a.role === "content") - (b.role === "content") || (a.last - a.first) - (b.last - b.first));
		if (there.length === 0) {
			return allSpans().find(({ first, last }) => first <= n && n <= last)?.card;
		}
		const at = there.findIndex(({ card }) => card === selected);
		return there[(at + 1) % there.length].card;
	}

	text.addEventListener("click", (event) => {
		const ref = event.target.closest(".ref");
		if (ref) {
			event.preventDefault();
			selectInText(cardOf.get(ref.hash.slice(1)), ref, true);
			return;
		}
		const piece = event.target.closest(".m");
		if (!piece || !getSelection().isCollapsed) return;
		const card = messageAt(piece);
		if (card) selectInText(card, piece, false);
	});

	cards.addEventListener("click", (event) => {
		const card = event.target.closest(".card");
		const link = event.target.closest("a");
		if (!card || event.target.closest("summary, .links a") || !getSelection().isCollapsed) return;
		if (link) event.preventDefault();
		if (link?.classList.contains("goto")) {
			selectOther(link);
		} else {
			selectInList(card, link && event.detail === 0); // by the keyboard
		}
	});

	// selectOther selects the message that another one speaks of.
	function selectOther(link) {
		const other = cardOf.get(link.hash.slice(1));
		selectInText(other, refsOf(other)[0], true);
	}

	// Links within the page are followed here: in a frame made by srcdoc they lead
	// out of it.
	document.addEventListener("click", (event) => {
		const link = event.target.closest(".skip, .sheet a[href^='#']");
		if (!link) return;
		event.preventDefault();
		if (link.classList.contains("goto")) {
			selectOther(link);
			return;
		}
		const target = $(link.hash.slice(1));
		target?.scrollIntoView({ block: "center" });
		target?.focus({ preventScroll: true });
	});

	document.addEventListener("keydown", (event) => {
		if (event.key === "Escape" && selected) {
			goBack();
			return;
		}
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (!step || !event.target.matches?.(".cards .find, .text .ref")) return;
		const ring = event.target.matches(".ref") ? [...text.getElementsByClassName("ref")] : [...cards.querySelectorAll(".card:not([hidden]) .find")];
		const next = ring[ring.indexOf(event.target) + step];
		if (!next) return;
		event.preventDefault();
		next.focus();
	});

	$("sheet-close").addEventListener("click", goBack);
	$("sheet-list").addEventListener("click", () => {
		sheet.hidden = true;
		selected.scrollIntoView({ block: "center" });
		focus(selected.querySelector(".find"));
	});

	// Filtering.

	const voices = $("voices");
	const speakerBoxes = voices ? [...voices.querySelectorAll("input")] : [];
	const stanceBoxes = [...filters.querySelectorAll("[name=stance]")];
	const confidence = $("confidence"), confidenceShown = $("confidence-shown");
	const counted = allCards.filter((card) => !card.classList.contains("repeat")).length;

	function filter() {
		const speakers = new Set(speakerBoxes.filter((box) => box.checked).map((box) => box.value));
		const stances = new Set(stanceBoxes.filter((box) => box.checked).map((box) => box.value));
		confidenceShown.value = confidence.value + " %";
		let shown = 0;
		for (const card of allCards) {
			const { speaker, stance } = card.dataset;
			card.hidden = speakers.size > 0 && !speakers.has(speaker) || stanceBoxes.length > 0 && !stances.has(stance) || Number(card.dataset.confidence) < Number(confidence.value);
			if (!card.hidden && !card.classList.contains("repeat")) shown++;
		}
		status.textContent = `${shown === counted ? "All" : shown + " of"} ${counted} messages shown`;
		if (selected?.hidden) clear();
		fade();
	}

	// fade takes the colour from words of which no message is shown, and keeps it
	// for those of which one is.
	function fade() {
		const change = new Int32Array(pieces().length + 1);
		for (const { card, role, first, last } of allSpans()) {
			if (role !== "content" || card.hidden) continue;
			change[first]++;
			change[last + 1]--;
		}
		let count = 0;
		pieces().forEach((piece, n) => {
			count += change[n];
			if (piece.classList.contains("content")) piece.classList.toggle("out", count === 0);
		});
	}

	filters.addEventListener("input", filter);
	filters.addEventListener("submit", (event) => event.preventDefault());
	filters.addEventListener("reset", () => {
		for (const box of speakerBoxes) box.checked = false;
		// The fields have their first values only after this event.
		for (const box of stanceBoxes) box.checked = true;
		confidence.value = 0;
		filter();
	});
	voices?.addEventListener("input", filter);

	$("order").addEventListener("change", (event) => {
		const number = (card) => Number(card.id.slice(1));
		const ordered = event.target.value === "text" ? [...allCards].sort((a, b) => number(a) - number(b)) : allCards;
		for (const card of ordered) cards.append(card);
	});

	// Words made readable. The two forms change places.
	$("restore")?.addEventListener("click", (event) => {
		const button = event.currentTarget;
		button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
		for (const piece of text.querySelectorAll("[data-restored]")) {
			[piece.textContent, piece.dataset.restored] = [piece.dataset.restored, piece.textContent];
		}
	});

	for (const part of document.querySelectorAll(".scripted")) part.hidden = false;
	const named = cardOf.get(location.hash.slice(1));
	if (named) selectInList(named, false);
})();
