/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.pilispring.sample.console;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as the path of an SVG picture. It is made here, because the text is a secret.
 *
 * @param viewBox the size
 * @param path the dark squares
 */
public record QrPicture(String viewBox, String path) {

	private static final int BORDER = 4;

	static QrPicture of(String text) {
		QrCode code = QrCode.encodeText(text, Ecc.MEDIUM);
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < code.size; y++) {
			for (int x = 0; x < code.size; x++) {
				if (code.getModule(x, y)) {
					path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
				}
			}
		}
		int size = code.size + 2 * BORDER;
		return new QrPicture("0 0 %d %d".formatted(size, size), path.toString());
	}

	@Override
	public String toString() {
		return "QrPicture[" + this.viewBox + "]";
	}

}
